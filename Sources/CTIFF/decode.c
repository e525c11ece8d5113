// libtiff brings nine libraries of compressions, which would cost every start 2 MB. It is therefore
// not linked but loaded when the first scan of its kind is read.

#include "CTIFF.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tiffio.h>

struct originpress_tiff_file {
  const unsigned char *bytes;
  size_t count;
  size_t position;
};

static tsize_t originpress_tiff_read(thandle_t handle, tdata_t buffer, tsize_t size) {
  struct originpress_tiff_file *file = (struct originpress_tiff_file *)handle;
  size_t left = file->position < file->count ? file->count - file->position : 0;
  size_t taken = (size_t)size < left ? (size_t)size : left;
  memcpy(buffer, file->bytes + file->position, taken);
  file->position += taken;
  return (tsize_t)taken;
}

static tsize_t originpress_tiff_write(thandle_t handle, tdata_t buffer, tsize_t size) {
  return 0;
}

static toff_t originpress_tiff_seek(thandle_t handle, toff_t offset, int from) {
  struct originpress_tiff_file *file = (struct originpress_tiff_file *)handle;
  if (from == SEEK_CUR) offset += file->position;
  if (from == SEEK_END) offset += file->count;
  file->position = (size_t)offset;
  return offset;
}

static int originpress_tiff_close(thandle_t handle) { return 0; }

static toff_t originpress_tiff_size(thandle_t handle) {
  return ((struct originpress_tiff_file *)handle)->count;
}

static void originpress_tiff_silent(const char *module, const char *format, va_list list) {}

// The functions of libtiff that are used.
struct originpress_tiff_functions {
  __typeof__(TIFFClientOpen) *open;
  __typeof__(TIFFClose) *close;
  __typeof__(TIFFGetField) *field;
  __typeof__(TIFFGetFieldDefaulted) *field_defaulted;
  __typeof__(TIFFReadRGBAImageOriented) *read;
  __typeof__(TIFFSetErrorHandler) *set_errors;
  __typeof__(TIFFSetWarningHandler) *set_warnings;
};

static struct originpress_tiff_functions libtiff;
static pthread_once_t once = PTHREAD_ONCE_INIT;

// The function of libtiff with this name. Without libtiff no such scan can be read: the program says
// so and ends as it does when anything outside fails.
static void *find(void *library, const char *name) {
  void *function = library ? dlsym(library, name) : NULL;
  if (function) return function;
  fprintf(stderr, "error: libtiff has no %s; install the Debian package libtiff6\n", name);
  exit(3);
}

static void load(void) {
  void *library = dlopen("libtiff.so.6", RTLD_NOW | RTLD_LOCAL);
  libtiff.open = find(library, "TIFFClientOpen");
  libtiff.close = find(library, "TIFFClose");
  libtiff.field = find(library, "TIFFGetField");
  libtiff.field_defaulted = find(library, "TIFFGetFieldDefaulted");
  libtiff.read = find(library, "TIFFReadRGBAImageOriented");
  libtiff.set_errors = find(library, "TIFFSetErrorHandler");
  libtiff.set_warnings = find(library, "TIFFSetWarningHandler");
}

int originpress_tiff_decode(
    const unsigned char *bytes, size_t count, uint32_t *pixels, uint32_t *width, uint32_t *height,
    double *resolution) {
  struct originpress_tiff_file file = {bytes, count, 0};
  pthread_once(&once, load);
  float across = 0, down = 0;
  uint16_t unit = RESUNIT_INCH;
  TIFFErrorHandler errors = libtiff.set_errors(originpress_tiff_silent);
  TIFFErrorHandler warnings = libtiff.set_warnings(originpress_tiff_silent);
  TIFF *tiff = libtiff.open(
      "scan", "rm", (thandle_t)&file, originpress_tiff_read, originpress_tiff_write,
      originpress_tiff_seek, originpress_tiff_close, originpress_tiff_size, NULL, NULL);
  int done = 0;
  if (tiff) {
    done = libtiff.field(tiff, TIFFTAG_IMAGEWIDTH, width) &&
           libtiff.field(tiff, TIFFTAG_IMAGELENGTH, height);
    libtiff.field(tiff, TIFFTAG_XRESOLUTION, &across);
    libtiff.field(tiff, TIFFTAG_YRESOLUTION, &down);
    libtiff.field_defaulted(tiff, TIFFTAG_RESOLUTIONUNIT, &unit);
    *resolution = across != down || unit == RESUNIT_NONE ? 0
                  : unit == RESUNIT_CENTIMETER           ? across * 2.54
                                                         : across;
    if (done && pixels)
      done = libtiff.read(tiff, *width, *height, pixels, ORIENTATION_TOPLEFT, 1);
    libtiff.close(tiff);
  }
  libtiff.set_errors(errors);
  libtiff.set_warnings(warnings);
  return done;
}
