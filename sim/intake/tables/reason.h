#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace phusong::intake {

/// Why a value was changed or a row refused.
enum class Reason {
  // Changed.
  kCleaned,              ///< Unicode's form, blanks at the ends
  kNumberMarks,          ///< decimal comma, marks between thousands
  kThousands,            ///< marks in a whole number
  kUnit,                 ///< {unit} {unit of the column}
  kUnitLeftOut,          ///< the column's own
  kNoValue,              ///< a text that says that there is none
  kDegrees,              ///< degrees, minutes and seconds as degrees
  kSwapped,              ///< latitude and longitude in each other's place
  kDegreesInMetres,      ///< degrees in columns for metres
  kNorthingFirst,        ///< x is the northing, as Vietnamese tables have it
  kProjected,            ///< {CRS} {how the zone is known}
  kPoint,                ///< the point of the file
  kChannel,              ///< {numbering} {number} {band} {document}
  kTechnologyOfChannel,  ///< {numbering}
  kWord,                 ///< another word for the value
  kBandMiddle,           ///< {band} {low MHz} {high MHz}
  kTechnology,           ///< {number} {count} {what they are}
  kTechnologyOfColumn,   ///< {headers}
  kBandwidthOfOther,     ///< {technology}
  kPortPower,            ///< {antenna ports}
  kResourceBlocks,       ///< their number as a bandwidth
  kTiltParts,            ///< mechanical and electrical
  kSector,               ///< {number} {count} {values}
  kIdOfName,             ///< {columns}
  kDefault,              ///< given by --default
  // Refused.
  kUnreadable,  ///< {what the reader says}
  kInvalid,     ///< {what is wrong} {what is allowed}
  kNoPosition,
  kNoCoordinate,  ///< {text}
  kImpossiblePosition,
  kOutsideVietnam,         ///< {box}
  kTwoPlaces,              ///< {metres}
  kNoZone,                 ///< {candidates}
  kZoneAmbiguous,          ///< {candidates}
  kZoneImpossible,         ///< {candidates}
  kOutsideZone,            ///< {zone}
  kChannelUnknown,         ///< {numbering} {allowed}
  kChannelTechnology,      ///< {numbering} {technology}
  kTwoFrequencies,         ///< {numbering} {number} {MHz}
  kUnitUnknown,            ///< {unit} {allowed}
  kBandUnknown,            ///< {text} {technology} {nominal frequencies}
  kTwoBands,               ///< {text} {band}
  kNoCarrierOfTechnology,  ///< {MHz} {technology} {nominal frequencies}
  kUplink,                 ///< {MHz} {downlink MHz}
  kNoBand,                 ///< {MHz} {technology} {nominal frequencies}
  kTechnologyCounts,       ///< {column} {values} {technologies}
  kTechnologiesDiffer,     ///< {technologies} {technologies of the columns}
  kCellCount,              ///< {text} {header}
  kCellsWithoutAzimuth,    ///< {count} {technology} {azimuths}
  kListOfWhat,             ///< {column} {values}
  kSectorCounts,           ///< {column} {values} {sectors}
  kSectorAzimuth,          ///< {entry}
  kListOrDecimals,         ///< {text}
  kPowerUnit,              ///< {header} {quantity} {technology, where the column is of one}
  kPowersOfWhat,           ///< {text}
  kTiltOfWhat,             ///< {header}
  kSameRow,                ///< {row}
  kSameSite,               ///< {site} {row} {metres} {columns that differ}
  kSameIdElsewhere,        ///< {id} {row} {metres}
};

bool is_refusal(Reason reason);

/// The reason in words, Vietnamese for "vi", English else; `arguments` are those that the enumeration lists.
std::string reason_text(Reason reason, const std::vector<std::string>& arguments, std::string_view language);

}  // namespace phusong::intake
