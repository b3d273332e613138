/**
 * What a new database starts with: the ministry and its provinces; for a demonstration, schools
 * that can be signed in to.
 */
@NullMarked
package org.chengjie.world;

import org.jspecify.annotations.NullMarked;
