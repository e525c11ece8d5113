// libtiff: reading scans. Only the first page counts; the file lies in memory, and what libtiff has
// to say goes nowhere.
#ifndef CTIFF_H
#define CTIFF_H

#include <stddef.h>
#include <stdint.h>

// Reads the first page's size in pixels and its resolution in dots per inch (0 when it states none
// or not a square one). With `pixels`, of width times height, decodes into one word a pixel from the
// top left, red in the lowest byte. Returns 1, or 0 for a file that libtiff cannot read.
int originpress_tiff_decode(
    const unsigned char *bytes, size_t count, uint32_t *pixels, uint32_t *width, uint32_t *height,
    double *resolution);

#endif
