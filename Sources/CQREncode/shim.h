// libqrencode: text to the modules of a QR code (ISO/IEC 18004).
#include <qrencode.h>
