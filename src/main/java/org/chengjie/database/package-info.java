/** Where the data live: a server of our own under the data folder, or one given by its address. */
@NullMarked
package org.chengjie.database;

import org.jspecify.annotations.NullMarked;
