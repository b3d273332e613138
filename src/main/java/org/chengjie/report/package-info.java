/**
 * What adds up over schools and provinces; reads the other modules through views of its own schema.
 */
@NullMarked
package org.chengjie.report;

import org.jspecify.annotations.NullMarked;
