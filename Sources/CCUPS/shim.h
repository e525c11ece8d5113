// libcups: IPP messages, HTTP connections and PWG raster streams.
#include <cups/cups.h>
#include <cups/raster.h>
