// libcurl brings thirty libraries (TLS, Kerberos, LDAP), which would cost every start. It is
// therefore not linked but loaded when the first request is made.

#include "CCURL.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The header's macros check types; the functions themselves are wanted here.
#undef curl_easy_setopt
#undef curl_easy_getinfo

_Static_assert(OP_CURL_TEXT >= CURL_ERROR_SIZE, "libcurl writes so many bytes");

// The functions of libcurl that are used.
static struct {
  __typeof__(curl_global_init) *global_init;
  __typeof__(curl_easy_init) *init;
  __typeof__(curl_easy_setopt) *set;
  __typeof__(curl_easy_getinfo) *get;
  __typeof__(curl_easy_perform) *perform;
  __typeof__(curl_easy_cleanup) *cleanup;
  __typeof__(curl_easy_strerror) *text;
  __typeof__(curl_slist_append) *append;
  __typeof__(curl_slist_free_all) *free_all;
} curl;

static int is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

#define FIND(member, name) \
  ((curl.member = (__typeof__(curl.member))dlsym(library, name)) != NULL)

static void load(void) {
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  is_loaded = FIND(global_init, "curl_global_init") && FIND(init, "curl_easy_init") &&
    FIND(set, "curl_easy_setopt") && FIND(get, "curl_easy_getinfo") &&
    FIND(perform, "curl_easy_perform") && FIND(cleanup, "curl_easy_cleanup") &&
    FIND(text, "curl_easy_strerror") && FIND(append, "curl_slist_append") &&
    FIND(free_all, "curl_slist_free_all") && curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

// The caller's room for an answer.
typedef struct {
  uint8_t *bytes;
  size_t room;
  size_t length;
} sink;

// Taking fewer bytes than came ends the transfer.
static size_t take(char *bytes, size_t size, size_t count, void *into) {
  sink *goal = into;
  if (size * count > goal->room - goal->length) return 0;
  memcpy(goal->bytes + goal->length, bytes, size * count);
  goal->length += size * count;
  return size * count;
}

// One `Name: value` a line, and that a large body is sent without asking whether it is welcome.
static struct curl_slist *listed(const char *headers) {
  struct curl_slist *list = curl.append(NULL, "Expect:");
  char *lines = strdup(headers), *rest = NULL;
  for (char *line = lines ? strtok_r(lines, "\n", &rest) : NULL; line && list;
       line = strtok_r(NULL, "\n", &rest)) {
    struct curl_slist *longer = curl.append(list, line);
    if (!longer) curl.free_all(list);
    list = longer;
  }
  int is_whole = lines != NULL;
  free(lines);
  return is_whole ? list : NULL;
}

static int configure(CURL *handle, const char *url, long timeout, int is_direct, char *fault) {
  return curl.set(handle, CURLOPT_URL, url) == CURLE_OK &&
    curl.set(handle, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK &&
    curl.set(handle, CURLOPT_FOLLOWLOCATION, 0L) == CURLE_OK &&
    curl.set(handle, CURLOPT_NOSIGNAL, 1L) == CURLE_OK &&
    curl.set(handle, CURLOPT_TIMEOUT_MS, timeout) == CURLE_OK &&
    curl.set(handle, CURLOPT_ERRORBUFFER, fault) == CURLE_OK &&
    (!is_direct || curl.set(handle, CURLOPT_NOPROXY, "*") == CURLE_OK);
}

static int fill(
  CURL *handle, const char *method, struct curl_slist *headers, const uint8_t *body,
  size_t length, sink *goal) {
  return headers && curl.set(handle, CURLOPT_HTTPHEADER, headers) == CURLE_OK &&
    curl.set(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)length) == CURLE_OK &&
    curl.set(handle, CURLOPT_POSTFIELDS, body) == CURLE_OK &&
    curl.set(handle, CURLOPT_CUSTOMREQUEST, method) == CURLE_OK &&
    curl.set(handle, CURLOPT_WRITEFUNCTION, take) == CURLE_OK &&
    curl.set(handle, CURLOPT_WRITEDATA, goal) == CURLE_OK;
}

static long status(CURL *handle, char *type) {
  long number = 0;
  char *found = NULL;
  curl.get(handle, CURLINFO_RESPONSE_CODE, &number);
  curl.get(handle, CURLINFO_CONTENT_TYPE, &found);
  snprintf(type, OP_CURL_TEXT, "%s", found ? found : "");
  return number;
}

static void explain(CURLcode code, char *fault) {
  if (code == CURLE_WRITE_ERROR)
    snprintf(fault, OP_CURL_TEXT, "the answer is too long");
  else if (!fault[0])
    snprintf(fault, OP_CURL_TEXT, "%s", curl.text(code));
}

long op_curl(
  const char *method, const char *url, const char *headers, const uint8_t *body,
  size_t body_length, long timeout, int is_direct, uint8_t *answer, size_t *answer_length,
  char *type, char *fault) {
  sink goal = {answer, *answer_length, 0};
  type[0] = fault[0] = 0;
  *answer_length = 0;
  pthread_once(&once, load);
  if (!is_loaded) {
    snprintf(fault, OP_CURL_TEXT, "libcurl is missing; install the package libcurl4");
    return 0;
  }
  CURL *handle = curl.init();
  if (!handle) return 0;
  struct curl_slist *list = listed(headers);
  CURLcode code = CURLE_FAILED_INIT;
  if (configure(handle, url, timeout, is_direct, fault) &&
      fill(handle, method, list, body, body_length, &goal))
    code = curl.perform(handle);
  long number = code == CURLE_OK ? status(handle, type) : 0;
  if (!number) explain(code, fault);
  *answer_length = goal.length;
  curl.free_all(list);
  curl.cleanup(handle);
  return number;
}
