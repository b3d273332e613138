/**
 * What a province adds of its own, and what it hands to the ministry: 省级承接, 省财政投入, 汇总上报 (spec P2,
 * P3).
 */
@NullMarked
package org.chengjie.provincial;

import org.jspecify.annotations.NullMarked;
