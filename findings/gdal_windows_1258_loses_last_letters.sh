#!/usr/bin/env bash
# GDAL 3.6.2: a Shapefile in Windows-1258 (Vietnamese) loses the last letter of each text and field name on reading.
#
# Vietnamese tables may be Shapefiles in Windows-1258 or TCVN 5712, and the .cpg file beside them says so. GDAL reads
# that and recodes each text to UTF-8 by iconv. In these two encodings a tone can be a mark of its own behind its vowel:
# the converter of the GNU C library holds a letter back until it has seen whether a mark follows, and gives the last
# one only when it is told that the text has ended (a call of iconv without input). GDAL does not tell it, and takes
# what has come so far for all of it: no error, no warning. What GDAL itself has written in Windows-1258 is whole; only
# reading loses. Windows-1252 and other encodings without marks are read whole.
#
# Expected from memory: with the right .cpg, ogrinfo, ogr2ogr and everything on top of GDAL read what is there.
# Consequence: recode such a .dbf before GDAL sees it, or refuse it.
#
#   findings/gdal_windows_1258_loses_last_letters.sh     needs a Debian 12 with apt; installs into a temporary folder
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
    GCONV_PATH=$folder/root/usr/lib/$triplet/gconv \
    "$loader" --library-path "$libraries" "$folder/root/usr/bin/$tool" "$@"
}
run ogrinfo --version

printf '%s\n' 'name,lon,lat' 'Ha Noi,105.8,21.0' 'Na Hang,105.4,22.4' > "$folder/places.csv"
failed=0
# look ENCODING FIELD FIRST_TEXT: writes a Shapefile in the encoding and reads it again.
look() {
  local encoding=$1 field=$2 text=$3 layer=$folder/$1 found written
  mkdir "$layer"
  run ogr2ogr -f 'ESRI Shapefile' "$layer/places.shp" "$folder/places.csv" -oo X_POSSIBLE_NAMES=lon \
    -oo Y_POSSIBLE_NAMES=lat -lco "ENCODING=$encoding"
  written=$(grep -ac 'Ha Noi' "$layer/places.dbf")
  found=$(run ogrinfo -q -al "$layer/places.shp" | grep -m 1 '(String)' | sed 's/^ *//')
  printf '%-7s the file holds "name" and "Ha Noi"; read: %s\n' "$encoding" "$found"
  if [[ $written != 1 || $found != "$field (String) = $text" ]]; then failed=1; fi
}
look CP1252 name 'Ha Noi'
look CP1258 nam 'Ha No'
look TCVN nam 'Ha No'
if ((failed)); then echo "GDAL behaves otherwise now."; exit 1; fi
