/** What happened, written down by the transaction that did it. */
@NullMarked
package org.chengjie.audit;

import org.jspecify.annotations.NullMarked;
