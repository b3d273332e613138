/** The ministry, the provinces, their cities and schools, and who answers for a province. */
@NullMarked
package org.chengjie.organisation;

import org.jspecify.annotations.NullMarked;
