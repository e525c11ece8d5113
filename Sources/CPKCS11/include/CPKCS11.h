// The few functions of PKCS #11 (OASIS, version 2.40) that signing with one key needs. The library
// of the security module is loaded when a key is opened, so nothing is linked.
#ifndef CPKCS11_H
#define CPKCS11_H

#include <stddef.h>
#include <stdint.h>

typedef struct op_key op_key;

// What an operation ended with; all else is the module's own CK_RV.
enum {
  OP_KEY_OK = 0,
  OP_KEY_PIN_INCORRECT = 0xA0,
  OP_KEY_PIN_INVALID = 0xA1,
  OP_KEY_PIN_LENGTH = 0xA2,
  OP_KEY_PIN_LOCKED = 0xA4,
  OP_KEY_NO_LIBRARY = 0x7F000001,
  OP_KEY_NO_TOKEN = 0x7F000002,
  OP_KEY_NO_KEY = 0x7F000003,
};

// Opens the private key with this label on the token with this label, logged in with the PIN.
unsigned long op_key_open(
  const char *library, const char *token, const uint8_t *pin, size_t pin_length,
  const char *label, op_key **key);
// Whether the key is an RSA key; else it is one of an elliptic curve.
int op_key_is_rsa(const op_key *key);
// Signs: RSA the message (CKM_SHA256_RSA_PKCS), a curve the digest (CKM_ECDSA). `length` is the room
// in `signature` before and the signature's length after the call. One call at a time.
unsigned long op_key_sign(
  op_key *key, const uint8_t *data, size_t data_length, uint8_t *signature, size_t *length);
void op_key_close(op_key *key);

#endif
