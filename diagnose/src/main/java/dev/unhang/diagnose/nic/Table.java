package dev.unhang.diagnose.nic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;

/// Tables of facts that are built in: tab-separated, remarks behind `#`, the last column names the
/// source.
public final class Table {
  private Table() {}

  /// The lines, each as its cells.
  ///
  /// @param beside the class in whose package it lies
  /// @param columns how many each line must have
  public static List<List<String>> lines(Class<?> beside, String name, int columns) {
    try (InputStream table = beside.getResourceAsStream(name)) {
      if (table == null) {
        throw new IllegalStateException(name + " was not built in");
      }
      List<List<String>> lines =
          new BufferedReader(new InputStreamReader(table, UTF_8))
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> List.of(line.split("\t", -1)))
              .toList();
      if (lines.stream().anyMatch(cells -> cells.size() != columns)) {
        throw new IllegalStateException(name + " has a line of other columns");
      }
      return lines;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
