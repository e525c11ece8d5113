// libcurl: one request over HTTP or HTTPS. Certificates of https are verified, redirections are not
// followed, and no other protocol is spoken.
#ifndef CCURL_H
#define CCURL_H

#include <stddef.h>
#include <stdint.h>

// The room for an answer's media type and for what libcurl says of a failure, zero byte included.
enum { OP_CURL_TEXT = 256 };

// Sends a request and waits for the answer, at most `timeout` milliseconds. `headers` holds one
// `Name: value` a line. `is_direct` leaves proxies of the environment aside. `answer_length` is the
// room in `answer` before, the answer's length after. Returns the status, or 0 when no answer came
// or it was too long; then `fault` says why.
long op_curl(
  const char *method, const char *url, const char *headers, const uint8_t *body,
  size_t body_length, long timeout, int is_direct, uint8_t *answer, size_t *answer_length,
  char *type, char *fault);

#endif
