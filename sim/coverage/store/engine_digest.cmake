# Writes OUTPUT, a source that defines kEngineDigest from the files named in LIST, relative to FOLDER, and from BUILD.
file(STRINGS ${LIST} sources)
set(all "${BUILD}\n")
foreach(source IN LISTS sources)
  file(SHA256 ${FOLDER}/${source} digest)
  string(APPEND all "${source} ${digest}\n")
endforeach()
string(SHA256 digest "${all}")
file(WRITE ${OUTPUT} "#include \"sim/coverage/store/engine_digest.h\"\n\n"
  "const std::string_view phusong::coverage::kEngineDigest = \"${digest}\";\n")
