/**
 * What the ministry makes public: editions of the two annexes, frozen once they are out (spec P5).
 */
@NullMarked
package org.chengjie.publication;

import org.jspecify.annotations.NullMarked;
