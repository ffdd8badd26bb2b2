#!/usr/bin/env bash
# GDAL 3.6.2: the alpha band of a height raster is a mask for Byte and UInt16 alone.
#
# `gdalwarp -dstalpha` marks cells without data by an alpha band, whatever the type of the raster, and `gdalwarp` leaves
# such cells out when it reads the result. Whoever asks GDAL for the mask of the first band (GetMaskBand,
# `gdal_translate -b mask`, and libraries on top of it) gets that alpha band where the raster is Byte or UInt16. For the
# types that heights have, Int16, Int32, Float32 and Float64, every cell is "valid", and the void is a height of 0 m.
#
# Expected from memory: the mask of a raster with an alpha band is that band, as for pictures.
# Consequence: read a height raster's alpha band itself; never its mask. Better, warp heights with -dstnodata.
#
#   findings/gdal_alpha_of_heights_is_no_mask.sh     needs a Debian 12 with apt; installs into a temporary folder
set -euo pipefail
version=3.6.2+dfsg-1+b2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# The package and all that it needs, down to the C library, taken apart in the folder.
mkdir -p "$folder/archives/partial" "$folder/root"
: > "$folder/status"
apt-get -qq -y --no-install-recommends --download-only -o Debug::NoLocking=1 -o Dir::State::status="$folder/status" \
  -o Dir::Cache::archives="$folder/archives" install "gdal-bin=$version" >/dev/null
for package in "$folder"/archives/*.deb; do dpkg-deb -x "$package" "$folder/root"; done
triplet=$(basename "$(dirname "$(find "$folder/root" -name 'libgdal.so.*' | head -n 1)")")
libraries=$folder/root/lib/$triplet:$folder/root/usr/lib/$triplet:$folder/root/usr/lib/$triplet/blas:$folder/root/usr/lib/$triplet/lapack
loader=$(find "$folder/root/lib/$triplet" -name 'ld-linux-*.so.*' | head -n 1)
run() {
  local tool=$1
  shift
  GDAL_DATA=$folder/root/usr/share/gdal PROJ_LIB=$folder/root/usr/share/proj \
    "$loader" --library-path "$libraries" "$folder/root/usr/bin/$tool" "$@"
}
run gdalinfo --version

# Nine heights of 120 to 122 m; the one in the middle is void.
printf '%s\n' 'ncols 3' 'nrows 3' 'xllcorner 500000' 'yllcorner 2400000' 'cellsize 30' 'NODATA_value -9999' \
  '120 121 122' '120 -9999 122' '120 121 122' > "$folder/heights.asc"

failed=0
# look TYPE MASK_OF_THE_VOID
look() {
  local type=$1 expected=$2 raster=$folder/$1.tif mask height warped
  run gdalwarp -q -s_srs EPSG:32648 -t_srs EPSG:32648 -ot "$type" -dstalpha "$folder/heights.asc" "$raster"
  run gdal_translate -q -of XYZ -b mask "$raster" "$folder/mask.xyz"
  mask=$(sed -n 5p "$folder/mask.xyz" | cut -d' ' -f3)
  height=$(run gdallocationinfo -valonly -b 1 "$raster" 1 1)
  run gdalwarp -q -overwrite -tr 90 90 -r min "$raster" "$folder/least.tif"
  warped=$(run gdallocationinfo -valonly -b 1 "$folder/least.tif" 0 0)
  printf '%-8s the void is stored as %s, its mask is %s; the least height by gdalwarp is %s\n' \
    "$type" "$height" "$mask" "$warped"
  if [[ $mask != "$expected" || $height != 0 || $warped != 120 ]]; then failed=1; fi
}
look Byte 0
look UInt16 0
for type in Int16 Int32 Float32 Float64; do look "$type" 255; done
if ((failed)); then echo "GDAL behaves otherwise now."; exit 1; fi
