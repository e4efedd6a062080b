package dev.unhang.bench;

/// How much is measured.
///
/// @param textBytes of the plain log
/// @param sampleBytes of the log given to slow tools
/// @param journalRecords of the journal; 450 to 550 bytes each on disk
/// @param rounds in which each of the compared takes its turn
/// @param shortRounds the same for runs that take a fraction of a second
/// @param followed records that are logged while somebody listens
public record Size(
    long textBytes,
    long sampleBytes,
    int journalRecords,
    int rounds,
    int shortRounds,
    int followed) {
  /// A log far larger than any cache of a processor; a sample that a slow tool reads in seconds.
  public static final Size FULL = new Size(1L << 30, 50_000_000, 2_500_000, 5, 21, 1_000);

  /// As little as still has every kind of record in it.
  public static final Size TRIAL = new Size(8L << 20, 1_000_000, 20_000, 2, 3, 30);
}
