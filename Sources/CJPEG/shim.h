// libjpeg: decoding pictures. It reports failures by longjmp, which Swift must not see, so the
// whole decoding is one function here.
#include <setjmp.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <jpeglib.h>
#include <jerror.h>

struct originpress_jpeg_trap {
  struct jpeg_error_mgr manager;
  jmp_buf exit;
  char message[JMSG_LENGTH_MAX];
};

static inline void originpress_jpeg_fail(j_common_ptr info) {
  struct originpress_jpeg_trap *trap = (struct originpress_jpeg_trap *)info->err;
  (*info->err->format_message)(info, trap->message);
  longjmp(trap->exit, 1);
}

// A warning means damaged or missing data: the picture would come out wrong, so it is a failure.
static inline void originpress_jpeg_warn(j_common_ptr info, int level) {
  if (level < 0) originpress_jpeg_fail(info);
}

// Decodes into rows of `stride` bytes, blue green red and an unused byte each (Cairo's RGB24 on a
// little-endian machine). Returns the number of colour components in the file, or 0 on failure with
// the reason in `message` (of JMSG_LENGTH_MAX bytes). A NULL `pixels` only reads the header.
static inline int originpress_jpeg_decode(
    const unsigned char *bytes, size_t count, unsigned char *pixels, size_t stride,
    unsigned *width, unsigned *height, char *message) {
  struct jpeg_decompress_struct info;
  struct originpress_jpeg_trap trap;
  int components;
  memset(&info, 0, sizeof info);
  info.err = jpeg_std_error(&trap.manager);
  trap.manager.error_exit = originpress_jpeg_fail;
  trap.manager.emit_message = originpress_jpeg_warn;
  trap.message[0] = 0;
  if (setjmp(trap.exit)) {
    jpeg_destroy_decompress(&info);
    memcpy(message, trap.message, JMSG_LENGTH_MAX);
    return 0;
  }
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, bytes, count);
  jpeg_read_header(&info, TRUE);
  *width = info.image_width;
  *height = info.image_height;
  components = info.num_components;
  if (pixels) {
    info.out_color_space = JCS_EXT_BGRX;
    jpeg_start_decompress(&info);
    while (info.output_scanline < info.output_height) {
      JSAMPROW row = pixels + stride * info.output_scanline;
      jpeg_read_scanlines(&info, &row, 1);
    }
    jpeg_finish_decompress(&info);
  }
  jpeg_destroy_decompress(&info);
  return components;
}
