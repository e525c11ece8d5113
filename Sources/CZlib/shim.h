// zlib: the compression and the checksum of PNG files.
#include <zlib.h>
