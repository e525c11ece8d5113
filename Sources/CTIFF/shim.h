// libtiff: reading scans. Only the first page counts; the file lies in memory, and what libtiff has
// to say goes nowhere: a failure is a NULL or a 0.
#include <stdint.h>
#include <string.h>
#include <tiffio.h>

struct originpress_tiff_file {
  const unsigned char *bytes;
  size_t count;
  size_t position;
};

static inline tsize_t originpress_tiff_read(thandle_t handle, tdata_t buffer, tsize_t size) {
  struct originpress_tiff_file *file = (struct originpress_tiff_file *)handle;
  size_t left = file->position < file->count ? file->count - file->position : 0;
  size_t taken = (size_t)size < left ? (size_t)size : left;
  memcpy(buffer, file->bytes + file->position, taken);
  file->position += taken;
  return (tsize_t)taken;
}

static inline tsize_t originpress_tiff_write(thandle_t handle, tdata_t buffer, tsize_t size) {
  return 0;
}

static inline toff_t originpress_tiff_seek(thandle_t handle, toff_t offset, int from) {
  struct originpress_tiff_file *file = (struct originpress_tiff_file *)handle;
  if (from == SEEK_CUR) offset += file->position;
  if (from == SEEK_END) offset += file->count;
  file->position = (size_t)offset;
  return offset;
}

static inline int originpress_tiff_close(thandle_t handle) { return 0; }

static inline toff_t originpress_tiff_size(thandle_t handle) {
  return ((struct originpress_tiff_file *)handle)->count;
}

static inline void originpress_tiff_silent(const char *module, const char *format, va_list list) {}

// Reads the first page's size in pixels and its resolution in dots per inch (0 when it states none
// or not a square one). With `pixels`, of width times height, decodes into one word a pixel from the
// top left, red in the lowest byte. Returns 1, or 0 for a file that libtiff cannot read.
static inline int originpress_tiff_decode(
    const unsigned char *bytes, size_t count, uint32_t *pixels, uint32_t *width, uint32_t *height,
    double *resolution) {
  struct originpress_tiff_file file = {bytes, count, 0};
  float across = 0, down = 0;
  uint16_t unit = RESUNIT_INCH;
  TIFFErrorHandler errors = TIFFSetErrorHandler(originpress_tiff_silent);
  TIFFErrorHandler warnings = TIFFSetWarningHandler(originpress_tiff_silent);
  TIFF *tiff = TIFFClientOpen(
      "scan", "rm", (thandle_t)&file, originpress_tiff_read, originpress_tiff_write,
      originpress_tiff_seek, originpress_tiff_close, originpress_tiff_size, NULL, NULL);
  int done = 0;
  if (tiff) {
    done = TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, width) &&
           TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, height);
    TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &across);
    TIFFGetField(tiff, TIFFTAG_YRESOLUTION, &down);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_RESOLUTIONUNIT, &unit);
    *resolution = across != down || unit == RESUNIT_NONE ? 0
                  : unit == RESUNIT_CENTIMETER           ? across * 2.54
                                                         : across;
    if (done && pixels)
      done = TIFFReadRGBAImageOriented(tiff, *width, *height, pixels, ORIENTATION_TOPLEFT, 1);
    TIFFClose(tiff);
  }
  TIFFSetErrorHandler(errors);
  TIFFSetWarningHandler(warnings);
  return done;
}
