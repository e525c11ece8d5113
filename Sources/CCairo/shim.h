// Cairo: drawing surfaces for PDF and pictures.
#include <cairo.h>
#include <cairo-pdf.h>
#include <cairo-ft.h>
