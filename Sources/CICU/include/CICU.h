// The parts of Debian's ICU that typography uses, without ICU's own headers: Foundation brings
// another version of these, and two definitions of one type do not compile together.
#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <stdint.h>

typedef struct op_line_breaker op_line_breaker;
typedef struct op_character_set op_character_set;

// Line break opportunities by the rules of a locale; NULL when ICU's data is missing.
op_line_breaker *op_line_breaker_open(const char *locale);
void op_line_breaker_close(op_line_breaker *breaker);
// Starts a text, which must outlive the calls to next; false when memory runs out.
bool op_line_breaker_start(op_line_breaker *breaker, const char *utf8, int64_t length);
// The next opportunity as a UTF-8 offset, or -1 after the end of the text.
int32_t op_line_breaker_next(op_line_breaker *breaker);

// Whether a character is written right to left or steers the direction of writing.
bool op_is_right_to_left(uint32_t scalar);

// How many cells East Asian typesetting of one pitch gives a character (UAX 11).
typedef enum { OP_WIDTH_NARROW, OP_WIDTH_WIDE, OP_WIDTH_AMBIGUOUS } op_cell_width;
op_cell_width op_east_asian_width(uint32_t scalar);

// The characters an encoding maps both ways; NULL when ICU does not know it.
op_character_set *op_character_set_of_encoding(const char *name);
void op_character_set_close(op_character_set *set);
int32_t op_character_set_count(const op_character_set *set);
// Range `index` of the set; false when that item is no range of characters.
bool op_character_set_range(
    const op_character_set *set, int32_t index, uint32_t *first, uint32_t *last);

// The version of ICU, such as "72.1".
const char *op_icu_version(void);

#endif
