/// What is found, in the words that every screen shares: numbers, times, how far logs reach. Not
/// escaped.
@NullMarked
package dev.unhang.findings.words;

import org.jspecify.annotations.NullMarked;
