/** The ministry's way to an edition, and what everybody can read of it. */
@NullMarked
package org.chengjie.publication.web;

import org.jspecify.annotations.NullMarked;
