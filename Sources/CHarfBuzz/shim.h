// HarfBuzz: shaping of text and cutting of font subsets.
#include <hb.h>
#include <hb-ft.h>
#include <hb-ot.h>
#include <hb-subset.h>
