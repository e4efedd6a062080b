/// Files of sections with keys, as systemd and NetworkManager write them: read, never edited.
@NullMarked
package dev.unhang.config.ini;

import org.jspecify.annotations.NullMarked;
