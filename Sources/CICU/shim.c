#include "CICU.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/uset.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

static UBreakIterator *iterator(op_line_breaker *breaker) { return (UBreakIterator *)breaker; }

static const USet *set(const op_character_set *set) { return (const USet *)set; }

op_line_breaker *op_line_breaker_open(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *opened = ubrk_open(UBRK_LINE, locale, NULL, 0, &status);
  return U_SUCCESS(status) ? (op_line_breaker *)opened : NULL;
}

void op_line_breaker_close(op_line_breaker *breaker) { ubrk_close(iterator(breaker)); }

bool op_line_breaker_start(op_line_breaker *breaker, const char *utf8, int64_t length) {
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, utf8, length, &status);
  ubrk_setUText(iterator(breaker), &text, &status);
  utext_close(&text);
  return U_SUCCESS(status);
}

int32_t op_line_breaker_next(op_line_breaker *breaker) { return ubrk_next(iterator(breaker)); }

bool op_is_right_to_left(uint32_t scalar) {
  switch (u_charDirection((UChar32)scalar)) {
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
    case U_ARABIC_NUMBER:
    case U_LEFT_TO_RIGHT_EMBEDDING:
    case U_LEFT_TO_RIGHT_OVERRIDE:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_POP_DIRECTIONAL_FORMAT:
    case U_FIRST_STRONG_ISOLATE:
    case U_LEFT_TO_RIGHT_ISOLATE:
    case U_RIGHT_TO_LEFT_ISOLATE:
    case U_POP_DIRECTIONAL_ISOLATE:
      return true;
    default:
      return false;
  }
}

op_cell_width op_east_asian_width(uint32_t scalar) {
  switch (u_getIntPropertyValue((UChar32)scalar, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_FULLWIDTH:
    case U_EA_WIDE:
      return OP_WIDTH_WIDE;
    case U_EA_AMBIGUOUS:
      return OP_WIDTH_AMBIGUOUS;
    default:
      return OP_WIDTH_NARROW;
  }
}

op_character_set *op_character_set_of_encoding(const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &status);
  if (U_FAILURE(status)) return NULL;
  USet *characters = uset_openEmpty();
  ucnv_getUnicodeSet(converter, characters, UCNV_ROUNDTRIP_SET, &status);
  ucnv_close(converter);
  if (U_SUCCESS(status)) return (op_character_set *)characters;
  uset_close(characters);
  return NULL;
}

void op_character_set_close(op_character_set *characters) { uset_close((USet *)characters); }

int32_t op_character_set_count(const op_character_set *characters) {
  return uset_getItemCount(set(characters));
}

bool op_character_set_range(
    const op_character_set *characters, int32_t index, uint32_t *first, uint32_t *last) {
  UErrorCode status = U_ZERO_ERROR;
  UChar32 low = 0;
  UChar32 high = 0;
  int32_t length = uset_getItem(set(characters), index, &low, &high, NULL, 0, &status);
  *first = (uint32_t)low;
  *last = (uint32_t)high;
  return length == 0 && U_SUCCESS(status);
}

const char *op_icu_version(void) { return U_ICU_VERSION; }
