package org.chengjie.dossier;

import java.util.function.Consumer;
import org.chengjie.audit.Entry;

/** The school's entries, handed one by one to whoever writes them: there may be very many. */
record Trail(Consumer<Consumer<Entry>> each) {}
