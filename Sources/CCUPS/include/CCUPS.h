// libcups: IPP messages, HTTP connections and PWG raster streams.
#ifndef CCUPS_H
#define CCUPS_H

#include <cups/cups.h>
#include <cups/raster.h>

#endif
