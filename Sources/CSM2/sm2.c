#include "CSM2.h"

#include <dlfcn.h>
#include <pthread.h>

// The part of libcrypto's interface (OpenSSL 3.0) that is used; its types are never looked into.
static struct {
  void *(*EVP_sm3)(void);
  int (*EVP_Digest)(const void *, size_t, unsigned char *, unsigned *, const void *, void *);
  void *(*d2i_PUBKEY)(void **, const unsigned char **, long);
  void *(*d2i_AutoPrivateKey)(void **, const unsigned char **, long);
  void (*EVP_PKEY_free)(void *);
  void *(*EVP_PKEY_CTX_new)(void *, void *);
  void (*EVP_PKEY_CTX_free)(void *);
  int (*EVP_PKEY_CTX_set1_id)(void *, const void *, int);
  void *(*EVP_MD_CTX_new)(void);
  void (*EVP_MD_CTX_free)(void *);
  void (*EVP_MD_CTX_set_pkey_ctx)(void *, void *);
  int (*EVP_DigestSignInit)(void *, void **, const void *, void *, void *);
  int (*EVP_DigestSign)(
    void *, unsigned char *, size_t *, const unsigned char *, size_t);
  int (*EVP_DigestVerifyInit)(void *, void **, const void *, void *, void *);
  int (*EVP_DigestVerify)(
    void *, const unsigned char *, size_t, const unsigned char *, size_t);
} crypto;

static int is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

#define FIND(name) ((crypto.name = (__typeof__(crypto.name))dlsym(library, #name)) != NULL)

static void load(void) {
  void *library = dlopen("libcrypto.so.3", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  is_loaded = FIND(EVP_sm3) && FIND(EVP_Digest) && FIND(d2i_PUBKEY) &&
    FIND(d2i_AutoPrivateKey) && FIND(EVP_PKEY_free) && FIND(EVP_PKEY_CTX_new) &&
    FIND(EVP_PKEY_CTX_free) && FIND(EVP_PKEY_CTX_set1_id) && FIND(EVP_MD_CTX_new) &&
    FIND(EVP_MD_CTX_free) && FIND(EVP_MD_CTX_set_pkey_ctx) && FIND(EVP_DigestSignInit) &&
    FIND(EVP_DigestSign) && FIND(EVP_DigestVerifyInit) && FIND(EVP_DigestVerify);
}

static int ready(void) {
  pthread_once(&once, load);
  return is_loaded;
}

int op_sm3(const uint8_t *data, size_t length, uint8_t digest[32]) {
  if (!ready()) return -1;
  unsigned written = 0;
  int done = crypto.EVP_Digest(data, length, digest, &written, crypto.EVP_sm3(), NULL);
  return done == 1 && written == 32 ? 1 : -1;
}

// A key with the context that holds the default identity of GM/T 0009, 10.
typedef struct {
  void *key, *context, *digest;
} operation;

static int begin(operation *made, void *key) {
  static const char identity[] = "1234567812345678";
  made->key = key;
  made->context = key ? crypto.EVP_PKEY_CTX_new(key, NULL) : NULL;
  made->digest = crypto.EVP_MD_CTX_new();
  if (!made->context || !made->digest) return 0;
  crypto.EVP_MD_CTX_set_pkey_ctx(made->digest, made->context);
  return crypto.EVP_PKEY_CTX_set1_id(made->context, identity, sizeof identity - 1) > 0;
}

static void end(operation *made) {
  if (made->digest) crypto.EVP_MD_CTX_free(made->digest);
  if (made->context) crypto.EVP_PKEY_CTX_free(made->context);
  if (made->key) crypto.EVP_PKEY_free(made->key);
}

int op_sm2_verify(
  const uint8_t *key, size_t key_length, const uint8_t *data, size_t length,
  const uint8_t *signature, size_t signature_length) {
  if (!ready()) return -1;
  operation made = {0};
  int result = -1;
  if (begin(&made, crypto.d2i_PUBKEY(NULL, &key, (long)key_length)) &&
      crypto.EVP_DigestVerifyInit(made.digest, NULL, crypto.EVP_sm3(), NULL, made.key) == 1)
    result =
      crypto.EVP_DigestVerify(made.digest, signature, signature_length, data, length) == 1;
  end(&made);
  return result;
}

int op_sm2_sign(
  const uint8_t *key, size_t key_length, const uint8_t *data, size_t length,
  uint8_t *signature, size_t *signature_length) {
  if (!ready()) return -1;
  operation made = {0};
  int result = -1;
  if (begin(&made, crypto.d2i_AutoPrivateKey(NULL, &key, (long)key_length)) &&
      crypto.EVP_DigestSignInit(made.digest, NULL, crypto.EVP_sm3(), NULL, made.key) == 1 &&
      crypto.EVP_DigestSign(made.digest, signature, signature_length, data, length) == 1)
    result = 1;
  end(&made);
  return result;
}
