// libcups with the thirty libraries it brings (TLS, Kerberos, DNS-SD) costs a start 5 ms and 4 MB.
// It is therefore not linked but loaded when the first of its functions is called: each function
// below has the name and the type of one of libcups and hands the call on.

#include "CCUPS.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static void *library;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) { library = dlopen("libcups.so.2", RTLD_NOW | RTLD_LOCAL); }

// The function of libcups with this name. Without libcups nothing can be printed: the program says
// so and ends as it does when anything outside fails.
static void *find(const char *name) {
  pthread_once(&once, load);
  void *function = library ? dlsym(library, name) : NULL;
  if (function) return function;
  fprintf(stderr, "error: libcups has no %s; install the Debian package libcups2\n", name);
  exit(3);
}

#define LAZY(result, name, parameters, arguments)                        \
  result name parameters {                                               \
    static __typeof__(name) *known;                                      \
    __typeof__(name) *call = __atomic_load_n(&known, __ATOMIC_RELAXED);  \
    if (!call) {                                                         \
      call = (__typeof__(name) *)find(#name);                            \
      __atomic_store_n(&known, call, __ATOMIC_RELAXED);                  \
    }                                                                    \
    return call arguments;                                               \
  }

LAZY(
  http_addrlist_t*, httpAddrConnect2,
  (http_addrlist_t *addrlist, int *sock, int msec, int *cancel),
  (addrlist, sock, msec, cancel))
LAZY(void, httpAddrFreeList, (http_addrlist_t *addrlist), (addrlist))
LAZY(
  http_addrlist_t*, httpAddrGetList,
  (const char *hostname, int family, const char *service),
  (hostname, family, service))
LAZY(void, httpClose, (http_t *http), (http))
LAZY(
  http_t*, httpConnect2,
  (const char *host, int port, http_addrlist_t *addrlist, int family, http_encryption_t encryption, int blocking, int msec, int *cancel),
  (host, port, addrlist, family, encryption, blocking, msec, cancel))
LAZY(int, httpError, (http_t *http), (http))
LAZY(http_status_t, httpGetStatus, (http_t *http), (http))
LAZY(
  void, httpSetTimeout,
  (http_t *http, double timeout, http_timeout_cb_t cb, void *user_data),
  (http, timeout, cb, user_data))

LAZY(
  ipp_attribute_t*, ippAddBoolean,
  (ipp_t *ipp, ipp_tag_t group, const char *name, char value),
  (ipp, group, name, value))
LAZY(
  ipp_attribute_t*, ippAddCollections,
  (ipp_t *ipp, ipp_tag_t group, const char *name, int num_values, const ipp_t **values),
  (ipp, group, name, num_values, values))
LAZY(
  ipp_attribute_t*, ippAddIntegers,
  (ipp_t *ipp, ipp_tag_t group, ipp_tag_t value_tag, const char *name, int num_values, const int *values),
  (ipp, group, value_tag, name, num_values, values))
LAZY(
  ipp_attribute_t*, ippAddOctetString,
  (ipp_t *ipp, ipp_tag_t group, const char *name, const void *data, int datalen),
  (ipp, group, name, data, datalen))
LAZY(
  ipp_attribute_t*, ippAddOutOfBand,
  (ipp_t *ipp, ipp_tag_t group, ipp_tag_t value_tag, const char *name),
  (ipp, group, value_tag, name))
LAZY(
  ipp_attribute_t*, ippAddRange,
  (ipp_t *ipp, ipp_tag_t group, const char *name, int lower, int upper),
  (ipp, group, name, lower, upper))
LAZY(
  ipp_attribute_t*, ippAddResolution,
  (ipp_t *ipp, ipp_tag_t group, const char *name, ipp_res_t units, int xres, int yres),
  (ipp, group, name, units, xres, yres))
LAZY(
  ipp_attribute_t*, ippAddStrings,
  (ipp_t *ipp, ipp_tag_t group, ipp_tag_t value_tag, const char *name, int num_values, const char *language, const char * const *values),
  (ipp, group, value_tag, name, num_values, language, values))
LAZY(void, ippDelete, (ipp_t *ipp), (ipp))
LAZY(ipp_attribute_t*, ippFirstAttribute, (ipp_t *ipp), (ipp))
LAZY(int, ippGetBoolean, (ipp_attribute_t *attr, int element), (attr, element))
LAZY(ipp_t*, ippGetCollection, (ipp_attribute_t *attr, int element), (attr, element))
LAZY(int, ippGetCount, (ipp_attribute_t *attr), (attr))
LAZY(ipp_tag_t, ippGetGroupTag, (ipp_attribute_t *attr), (attr))
LAZY(int, ippGetInteger, (ipp_attribute_t *attr, int element), (attr, element))
LAZY(const char*, ippGetName, (ipp_attribute_t *attr), (attr))
LAZY(
  void*, ippGetOctetString,
  (ipp_attribute_t *attr, int element, int *datalen),
  (attr, element, datalen))
LAZY(int, ippGetRange, (ipp_attribute_t *attr, int element, int *upper), (attr, element, upper))
LAZY(
  int, ippGetResolution,
  (ipp_attribute_t *attr, int element, int *yres, ipp_res_t *units),
  (attr, element, yres, units))
LAZY(ipp_status_t, ippGetStatusCode, (ipp_t *ipp), (ipp))
LAZY(
  const char*, ippGetString,
  (ipp_attribute_t *attr, int element, const char **language),
  (attr, element, language))
LAZY(ipp_tag_t, ippGetValueTag, (ipp_attribute_t *attr), (attr))
LAZY(size_t, ippLength, (ipp_t *ipp), (ipp))
LAZY(ipp_t*, ippNew, (void), ())
LAZY(ipp_t*, ippNewRequest, (ipp_op_t op), (op))
LAZY(ipp_attribute_t*, ippNextAttribute, (ipp_t *ipp), (ipp))
LAZY(int, ippPort, (void), ())
LAZY(
  ipp_state_t, ippReadIO,
  (void *src, ipp_iocb_t cb, int blocking, ipp_t *parent, ipp_t *ipp),
  (src, cb, blocking, parent, ipp))
LAZY(
  int, ippSetCollection,
  (ipp_t *ipp, ipp_attribute_t **attr, int element, ipp_t *colvalue),
  (ipp, attr, element, colvalue))
LAZY(int, ippSetState, (ipp_t *ipp, ipp_state_t state), (ipp, state))
LAZY(
  int, ippSetString,
  (ipp_t *ipp, ipp_attribute_t **attr, int element, const char *strvalue),
  (ipp, attr, element, strvalue))
LAZY(
  ipp_state_t, ippWriteIO,
  (void *dst, ipp_iocb_t cb, int blocking, ipp_t *parent, ipp_t *ipp),
  (dst, cb, blocking, parent, ipp))

LAZY(ipp_t*, cupsGetResponse, (http_t *http, const char *resource), (http, resource))
LAZY(const char*, cupsLastErrorString, (void), ())
LAZY(void, cupsRasterClose, (cups_raster_t *r), (r))
LAZY(
  int, cupsRasterInitPWGHeader,
  (cups_page_header2_t *h, pwg_media_t *media, const char *type, int xdpi, int ydpi, const char *sides, const char *sheet_back),
  (h, media, type, xdpi, ydpi, sides, sheet_back))
LAZY(
  cups_raster_t*, cupsRasterOpenIO,
  (cups_raster_iocb_t iocb, void *ctx, cups_mode_t mode),
  (iocb, ctx, mode))
LAZY(unsigned, cupsRasterWriteHeader2, (cups_raster_t *r, cups_page_header2_t *h), (r, h))
LAZY(
  http_status_t, cupsSendRequest,
  (http_t *http, ipp_t *request, const char *resource, size_t length),
  (http, request, resource, length))
LAZY(const char*, cupsServer, (void), ())
LAZY(void, cupsSetPasswordCB2, (cups_password_cb2_t cb, void *user_data), (cb, user_data))
LAZY(
  http_status_t, cupsWriteRequestData,
  (http_t *http, const char *buffer, size_t length),
  (http, buffer, length))

LAZY(pwg_media_t*, pwgMediaForSize, (int width, int length), (width, length))
