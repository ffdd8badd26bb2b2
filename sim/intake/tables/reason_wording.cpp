#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "sim/intake/tables/reason.h"

namespace phusong::intake {
namespace {

struct ReasonWords {
  Reason reason;
  std::string_view vi, en;
};

constexpr ReasonWords kReasonWords[] = {
    {Reason::kCleaned, "đưa chữ về dạng Unicode NFC, bỏ khoảng trắng ở hai đầu",
     "text brought to Unicode form NFC, blanks at its ends cut off"},
    {Reason::kNumberMarks, "viết lại dấu thập phân và dấu phân cách hàng nghìn",
     "decimal mark and marks between thousands written anew"},
    {Reason::kThousands, "cột này là số nguyên, nên dấu trong số là dấu phân cách hàng nghìn",
     "the column is of whole numbers, so the marks stand between thousands"},
    {Reason::kUnit, "đổi đơn vị từ {} sang {}", "converted from {} to {}"},
    {Reason::kUnitLeftOut, "bỏ đơn vị, tên cột đã có đơn vị", "the unit left out, which the column has"},
    {Reason::kNoValue, "chữ này nghĩa là không có giá trị", "the text says that there is no value"},
    {Reason::kDegrees, "đổi độ, phút, giây ra độ thập phân", "degrees, minutes and seconds as decimal degrees"},
    {Reason::kSwapped, "kinh độ và vĩ độ đứng nhầm chỗ của nhau, đã đổi lại",
     "longitude and latitude stood in each other's place and were exchanged"},
    {Reason::kDegreesInMetres, "cột tọa độ phẳng chứa độ thập phân", "the columns for metres hold decimal degrees"},
    {Reason::kNorthingFirst, "X là tọa độ Bắc, Y là tọa độ Đông, theo cách ghi của Việt Nam",
     "X is the northing and Y the easting, as Vietnamese tables have it"},
    {Reason::kProjected, "đổi từ {} sang WGS84; múi chiếu: {}", "transformed from {} to WGS84; zone: {}"},
    {Reason::kPoint, "lấy từ điểm trong tệp", "taken from the point in the file"},
    {Reason::kChannel, "{} {}, băng {}, tính theo {}", "{} {} of band {} by {}"},
    {Reason::kTechnologyOfChannel, "công nghệ suy ra từ {}", "technology follows from the {}"},
    {Reason::kWord, "viết theo tên chuẩn của chương trình", "written by the program's own name"},
    {Reason::kBandMiddle, "không có số kênh và tần số: lấy giữa băng đường xuống {} ({} … {} MHz)",
     "neither a channel nor a frequency is given: the middle of the downlink of band {} ({} … {} MHz)"},
    {Reason::kTechnology, "dòng có {1} sóng mang ({2}), đây là số {0}", "carrier {} of {} of the row ({})"},
    {Reason::kTechnologyOfColumn, "công nghệ suy ra từ cột {}", "technology follows from the column {}"},
    {Reason::kBandwidthOfOther, "băng thông ghi một lần, lấy cho {}", "one bandwidth is given, which is that of {}"},
    {Reason::kPortPower, "công suất của một trong {} cổng anten", "the power of one of {} antenna ports"},
    {Reason::kResourceBlocks, "đổi số khối tài nguyên ra băng thông", "the number of resource blocks as a bandwidth"},
    {Reason::kTiltParts, "tách góc cụp thành cơ và điện", "the tilt taken apart into mechanical and electrical"},
    {Reason::kSector, "dòng có {1} sector ({2}), đây là sector {0}", "sector {} of {} of the row ({})"},
    {Reason::kIdOfName, "không có mã, mã được đặt từ {}", "no identifier is given, made from {}"},
    {Reason::kDefault, "lấy theo --default", "given by --default"},
    {Reason::kUnreadable, "không đọc được dòng này: {}", "the row cannot be read: {}"},
    {Reason::kInvalid, "giá trị không hợp lệ: {} (cho phép: {})", "{} (allowed: {})"},
    {Reason::kNoPosition, "không có tọa độ", "no position is given"},
    {Reason::kNoCoordinate, "không hiểu tọa độ '{}'", "'{}' is no coordinate"},
    {Reason::kImpossiblePosition, "tọa độ ngoài phạm vi của kinh độ, vĩ độ, cả khi đổi chỗ",
     "out of the range of longitudes and latitudes, exchanged or not"},
    {Reason::kOutsideVietnam, "điểm nằm ngoài Việt Nam trong khi dòng khác nằm trong ({}); --anywhere để giữ lại",
     "lies outside Vietnam, where other rows are ({}); --anywhere keeps it"},
    {Reason::kTwoPlaces, "hai tọa độ trong dòng cách nhau {} m: tọa độ nào đúng?",
     "the row's two positions are {} m apart: which is meant?"},
    {Reason::kNoZone,
     "chưa biết múi chiếu VN-2000: cần cột tỉnh hoặc kinh tuyến trục, --communes hoặc --crs "
     "(có thể: {})",
     "the VN-2000 zone is not known: a column with the province or central meridian, --communes or "
     "--crs is needed (possible: {})"},
    {Reason::kZoneAmbiguous, "múi chiếu VN-2000 chưa rõ, có thể là {}", "the VN-2000 zone is ambiguous: {}"},
    {Reason::kZoneImpossible, "không múi chiếu nào đưa điểm vào ranh giới xã (đã thử: {})",
     "no zone puts the point into the outline of its commune (tried: {})"},
    {Reason::kOutsideZone, "điểm nằm ngoài phạm vi của múi chiếu {} của tỉnh: tọa độ thuộc múi khác, hoặc múi 6°?",
     "lies outside the area of the province's zone {}: coordinates of another zone, or of one of 6°?"},
    {Reason::kChannelUnknown, "không có kênh xuống {} nào mang số này (cho phép: {})",
     "there is no downlink {} of this number (allowed: {})"},
    {Reason::kChannelTechnology, "số kênh {} đứng cạnh công nghệ {}", "an {} stands beside the technology {}"},
    {Reason::kTwoFrequencies, "{} {} là {} MHz, khác với tần số trong dòng",
     "{} {} is {} MHz, and the row's frequency is another"},
    {Reason::kUnitUnknown, "đơn vị '{}' không dùng được ở cột này (cho phép: {})",
     "the unit '{}' is none of this column (allowed: {})"},
    {Reason::kBandUnknown, "'{}' không phải là một băng của {} (cho phép: {}, hoặc số băng của 3GPP)",
     "'{}' names no band of {} (allowed: {}, or a band's number by 3GPP)"},
    {Reason::kTwoBands, "tần số này không nằm trong băng '{}' ({})", "the frequency is not one of band '{}' ({})"},
    {Reason::kNoCarrierOfTechnology, "{} MHz không phải là tần số của {} (băng: {}): thứ tự trong dòng chưa rõ",
     "{} MHz is no carrier of {} (bands: {}): the order in the row is not clear"},
    {Reason::kUplink, "{} MHz là tần số đường lên; đường xuống là {} MHz",
     "{} MHz is of an uplink; its downlink is {} MHz"},
    {Reason::kNoBand, "không băng nào của {1} có {0} MHz (băng: {2})", "no band of {1} has {0} MHz (bands: {2})"},
    {Reason::kTechnologyCounts, "cột {} có {} giá trị cho {} sóng mang của dòng",
     "column {} has {} of the values of {} carriers"},
    {Reason::kTechnologiesDiffer, "công nghệ ghi là {}, mà các cột riêng là {}: bên nào đúng?",
     "the row's technology is {}, and the columns mark {}: which is meant?"},
    {Reason::kCellCount, "'{0}' không phải là dấu (x, có, không) hoặc số cell (--map \"{1}=-\" để bỏ cột này)",
     "'{0}' is neither a mark (x, yes, no) nor a number of cells (--map \"{1}=-\" leaves the column out)"},
    {Reason::kCellsWithoutAzimuth, "{} cell {} mà dòng có {} phương vị",
     "{} cells of {}, and azimuths for {} in the row"},
    {Reason::kListOfWhat, "cột {} có {} giá trị: cho từng sóng mang hay cho từng sector?",
     "column {} has {} values: one per carrier, or one per sector?"},
    {Reason::kSectorCounts, "cột {} có {} giá trị cho {} sector", "column {} has {} values for {} sectors"},
    {Reason::kSectorAzimuth, "'{}' trong danh sách không phải là phương vị", "'{}' in the list is no azimuth"},
    {Reason::kListOrDecimals, "'{}' là hai phương vị hay một số có ba chữ số thập phân?",
     "'{}': two azimuths, or one with three decimals?"},
    {Reason::kPowerUnit, "không biết đơn vị của '{0}': --map \"{0}={1}_dbm{2}\" hoặc --map \"{0}={1}_w{2}\"",
     "the unit of '{0}' is not told: --map \"{0}={1}_dbm{2}\" or --map \"{0}={1}_w{2}\""},
    {Reason::kPowersOfWhat, "'{}' là công suất của nhiều cổng anten hay nhiều sóng mang?",
     "'{}': of several antenna ports, or of several carriers?"},
    {Reason::kTiltOfWhat,
     "'{0}' là góc cụp cơ hay điện? --map \"{0}=electrical_tilt_deg\" hoặc --map \"{0}=mechanical_tilt_deg\"",
     "'{0}': mechanical or electrical? --map \"{0}=electrical_tilt_deg\" or --map \"{0}=mechanical_tilt_deg\""},
    {Reason::kSameRow, "giống hệt dòng {}", "the same as row {}"},
    {Reason::kSameSite, "trùng với trạm {} ở dòng {}, cách {} m; giá trị khác: {}",
     "the same mast as {} of row {}, {} m away; other values: {}"},
    {Reason::kSameIdElsewhere, "mã {} đã có ở dòng {}, cách {} m: dòng nào đúng?",
     "the identifier {} stands on row {} too, {} m away: which is meant?"},
};

static_assert(std::size(kReasonWords) == static_cast<std::size_t>(Reason::kSameIdElsewhere) + 1,
              "every reason has its words");

const ReasonWords& words_of(Reason reason) {
  return *std::ranges::find(kReasonWords, reason, &ReasonWords::reason);
}

/// What the scenario's reader says most often of a value, in Vietnamese; other words stay as they are.
std::string in_vietnamese(const std::string& message) {
  static const std::map<std::string_view, std::string_view> kMessages = {
      {"is empty and has no default", "để trống mà không có giá trị mặc định"},
      {"out of range", "ngoài phạm vi"},
      {"is not a number", "không phải là số"},
      {"is not a finite number", "không phải là số hữu hạn"},
      {"is not a whole number", "không phải là số nguyên"},
      {"is neither 0 nor 1", "không phải là 0 hoặc 1"},
      {"is not one of the known names", "không phải là một trong các tên đã biết"},
      {"is ambiguous: thousands, or three decimals? No other number of the table shows what its points and commas are",
       "chưa rõ là hàng nghìn hay ba chữ số thập phân"},
      {"no marks between thousands, and other than three decimals",
       "không có dấu giữa hàng nghìn, và không đúng ba chữ số thập phân"},
      {"stands in merged cells", "nằm trong ô gộp"},
      {"a number for each row", "một số cho mỗi dòng"},
      {"no power is given", "không có công suất"},
      {"the power is given in two forms at once", "công suất được ghi theo hai cách cùng lúc"},
      {"is empty, and reference_power_offset_db is not given", "để trống, mà cũng không có reference_power_offset_db"},
      {"is empty, and there is no antenna_pattern with a gain", "để trống, mà cũng không có antenna_pattern có độ lợi"},
      {"the shares of handsets add up to more than all", "tổng các tỷ lệ máy lớn hơn 1"},
      {"stands for all operators together", "là tên chung cho mọi nhà mạng"},
  };
  const auto found = kMessages.find(message);
  return found == kMessages.end() ? message : std::string(found->second);
}

}  // namespace

bool is_refusal(Reason reason) {
  return reason >= Reason::kUnreadable;
}

std::string reason_text(Reason reason, const std::vector<std::string>& arguments, std::string_view language) {
  const ReasonWords& words = words_of(reason);
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  const bool is_vietnamese = language == "vi";
  for (const std::string& argument : arguments)
    store.push_back(is_vietnamese && reason == Reason::kInvalid ? in_vietnamese(argument) : argument);
  return fmt::vformat(is_vietnamese ? words.vi : words.en, store);
}

}  // namespace phusong::intake
