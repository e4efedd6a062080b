package dev.unhang.findings.witness;

import java.time.Instant;
import java.util.Optional;

/// A time in which one target was dark.
///
/// @param lastAnswer when the last probe was sent that it answered
/// @param since when the first probe was sent that it did not answer: it went dark between the two
/// @param until when the first probe was sent that it answered again; empty while it is dark
public record DownInterval(
    String target, Instant lastAnswer, Instant since, Optional<Instant> until) {}
