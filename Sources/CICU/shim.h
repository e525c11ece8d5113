// ICU renames every symbol by macro, so Swift needs functions of our own around each one.
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
