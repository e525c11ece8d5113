#include "CPKCS11.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

typedef unsigned long CK_ULONG;
typedef CK_ULONG CK_RV;

// Constants of the standard's header, under its names.
enum {
  CKU_USER = 1,
  CKF_SERIAL_SESSION = 4,
  CKF_OS_LOCKING_OK = 2,
  CKO_PRIVATE_KEY = 3,
  CKK_RSA = 0,
  CKA_CLASS = 0,
  CKA_LABEL = 3,
  CKA_KEY_TYPE = 0x100,
  CKM_SHA256_RSA_PKCS = 0x40,
  CKM_ECDSA = 0x1041,
  CKR_USER_ALREADY_LOGGED_IN = 0x100,
  CKR_CRYPTOKI_ALREADY_INITIALIZED = 0x191,
  LABEL_LENGTH = 32,
};

typedef struct {
  CK_ULONG type;
  void *value;
  CK_ULONG length;
} attribute;

typedef struct {
  CK_ULONG mechanism;
  void *parameter;
  CK_ULONG length;
} mechanism;

// CK_C_INITIALIZE_ARGS: the module locks by the system's own means.
typedef struct {
  void *functions[4];
  CK_ULONG flags;
  void *reserved;
} initialize_arguments;

// CK_TOKEN_INFO begins with the label, padded with blanks; the rest is not looked at.
typedef struct {
  char label[LABEL_LENGTH];
  char rest[512];
} token_info;

// The beginning of CK_FUNCTION_LIST; functions that are not called have no type.
typedef struct {
  unsigned char version[2];
  CK_RV (*C_Initialize)(initialize_arguments *);
  void *unused_1[3];
  CK_RV (*C_GetSlotList)(unsigned char with_token, CK_ULONG *slots, CK_ULONG *count);
  void *unused_2;
  CK_RV (*C_GetTokenInfo)(CK_ULONG slot, token_info *);
  void *unused_3[5];
  CK_RV (*C_OpenSession)(CK_ULONG slot, CK_ULONG flags, void *, void *, CK_ULONG *session);
  CK_RV (*C_CloseSession)(CK_ULONG session);
  void *unused_4[4];
  CK_RV (*C_Login)(CK_ULONG session, CK_ULONG user, const uint8_t *pin, CK_ULONG length);
  void *unused_5[5];
  CK_RV (*C_GetAttributeValue)(CK_ULONG session, CK_ULONG object, attribute *, CK_ULONG count);
  void *unused_6;
  CK_RV (*C_FindObjectsInit)(CK_ULONG session, attribute *, CK_ULONG count);
  CK_RV (*C_FindObjects)(CK_ULONG session, CK_ULONG *objects, CK_ULONG room, CK_ULONG *count);
  CK_RV (*C_FindObjectsFinal)(CK_ULONG session);
  void *unused_7[13];
  CK_RV (*C_SignInit)(CK_ULONG session, mechanism *, CK_ULONG key);
  CK_RV (*C_Sign)(CK_ULONG session, const uint8_t *, CK_ULONG, uint8_t *, CK_ULONG *);
} function_list;

struct op_key {
  function_list *functions;
  CK_ULONG session;
  CK_ULONG object;
  CK_ULONG type;
};

// The module stays loaded and initialized to the end: other keys may be open in it.
static CK_RV load(const char *library, function_list **functions) {
  void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (!handle) return OP_KEY_NO_LIBRARY;
  CK_RV (*list)(function_list **) =
    (CK_RV(*)(function_list **))dlsym(handle, "C_GetFunctionList");
  if (!list || list(functions) != 0 || !*functions) return OP_KEY_NO_LIBRARY;
  // PKCS #11 leaves it open what two threads that initialize at once get.
  static pthread_mutex_t first = PTHREAD_MUTEX_INITIALIZER;
  initialize_arguments arguments = {.flags = CKF_OS_LOCKING_OK};
  pthread_mutex_lock(&first);
  CK_RV result = (*functions)->C_Initialize(&arguments);
  pthread_mutex_unlock(&first);
  return result == CKR_CRYPTOKI_ALREADY_INITIALIZED ? OP_KEY_OK : result;
}

static int has_label(const token_info *info, const char *label) {
  size_t length = strlen(label);
  if (length > LABEL_LENGTH || memcmp(info->label, label, length) != 0) return 0;
  for (size_t i = length; i < LABEL_LENGTH; i++)
    if (info->label[i] != ' ') return 0;
  return 1;
}

static CK_RV find_slot(function_list *functions, const char *label, CK_ULONG *slot) {
  CK_ULONG slots[64];
  CK_ULONG count = sizeof slots / sizeof *slots;
  CK_RV result = functions->C_GetSlotList(1, slots, &count);
  if (result != 0) return result;
  for (CK_ULONG i = 0; i < count; i++) {
    token_info info;
    memset(&info, 0, sizeof info);
    if (functions->C_GetTokenInfo(slots[i], &info) == 0 && has_label(&info, label)) {
      *slot = slots[i];
      return OP_KEY_OK;
    }
  }
  return OP_KEY_NO_TOKEN;
}

static CK_RV find_key(op_key *key, const char *label) {
  CK_ULONG class = CKO_PRIVATE_KEY;
  attribute wanted[] = {
    {CKA_CLASS, &class, sizeof class}, {CKA_LABEL, (void *)label, strlen(label)}};
  CK_RV result = key->functions->C_FindObjectsInit(key->session, wanted, 2);
  if (result != 0) return result;
  CK_ULONG count = 0;
  result = key->functions->C_FindObjects(key->session, &key->object, 1, &count);
  key->functions->C_FindObjectsFinal(key->session);
  if (result != 0) return result;
  if (count != 1) return OP_KEY_NO_KEY;
  attribute type = {CKA_KEY_TYPE, &key->type, sizeof key->type};
  return key->functions->C_GetAttributeValue(key->session, key->object, &type, 1);
}

static CK_RV log_in(
  op_key *key, const char *token, const uint8_t *pin, size_t pin_length, const char *label) {
  CK_ULONG slot;
  CK_RV result = find_slot(key->functions, token, &slot);
  if (result != 0) return result;
  result = key->functions->C_OpenSession(slot, CKF_SERIAL_SESSION, NULL, NULL, &key->session);
  if (result != 0) return result;
  result = key->functions->C_Login(key->session, CKU_USER, pin, pin_length);
  if (result == 0 || result == CKR_USER_ALREADY_LOGGED_IN) result = find_key(key, label);
  if (result != 0) key->functions->C_CloseSession(key->session);
  return result;
}

unsigned long op_key_open(
  const char *library, const char *token, const uint8_t *pin, size_t pin_length,
  const char *label, op_key **key) {
  op_key *made = calloc(1, sizeof *made);
  if (!made) return OP_KEY_NO_LIBRARY;
  CK_RV result = load(library, &made->functions);
  if (result == 0) result = log_in(made, token, pin, pin_length, label);
  if (result != 0) {
    free(made);
    return result;
  }
  *key = made;
  return OP_KEY_OK;
}

int op_key_is_rsa(const op_key *key) { return key->type == CKK_RSA; }

unsigned long op_key_sign(
  op_key *key, const uint8_t *data, size_t data_length, uint8_t *signature, size_t *length) {
  mechanism how = {op_key_is_rsa(key) ? CKM_SHA256_RSA_PKCS : CKM_ECDSA, NULL, 0};
  CK_RV result = key->functions->C_SignInit(key->session, &how, key->object);
  if (result != 0) return result;
  CK_ULONG room = *length;
  result = key->functions->C_Sign(key->session, data, data_length, signature, &room);
  *length = room;
  return result;
}

void op_key_close(op_key *key) {
  key->functions->C_CloseSession(key->session);
  free(key);
}
