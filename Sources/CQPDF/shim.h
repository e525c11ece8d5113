// libqpdf: rewriting the parts of a PDF that Cairo cannot write.
#include <qpdf/qpdf-c.h>
