/** Where a dossier is asked for: by the school itself, and by its province. */
@NullMarked
package org.chengjie.dossier.web;

import org.jspecify.annotations.NullMarked;
