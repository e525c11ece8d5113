// SM3 digests and SM2 signatures (GM/T 0003, 0004, 0009) by OpenSSL's EVP functions, with the
// standard's default identity, without which a signature fits no other implementation.
// libcrypto is loaded when the first of these is called.
#ifndef CSM2_H
#define CSM2_H

#include <stddef.h>
#include <stdint.h>

// All answer 1 for done or valid, 0 for invalid, -1 when libcrypto is missing or refuses.
int op_sm3(const uint8_t *data, size_t length, uint8_t digest[32]);
// `key` is a SubjectPublicKeyInfo, `signature` the DER of r and s.
int op_sm2_verify(
  const uint8_t *key, size_t key_length, const uint8_t *data, size_t length,
  const uint8_t *signature, size_t signature_length);
// `key` is an unencrypted PKCS #8 key; `signature_length` the room before, the length after.
int op_sm2_sign(
  const uint8_t *key, size_t key_length, const uint8_t *data, size_t length,
  uint8_t *signature, size_t *signature_length);

#endif
