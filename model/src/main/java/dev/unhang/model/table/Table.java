package dev.unhang.model.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;

/// A table that was built in: a line a row, cells parted by tabs, remarks after `#`.
///
/// @param rows in the file's order
public record Table(List<List<String>> rows) {
  public Table {
    rows = List.copyOf(rows);
  }

  /// Reads a table.
  ///
  /// @param beside the class in whose package it lies
  /// @param columns how many each row must have
  public static Table read(Class<?> beside, String name, int columns) {
    try (InputStream bytes = beside.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IllegalStateException(name + " was not built in");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, UTF_8));
      List<List<String>> rows =
          lines
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> List.of(line.split("\t", -1)))
              .toList();
      for (List<String> row : rows) {
        if (row.size() != columns || row.stream().anyMatch(String::isBlank)) {
          throw new IllegalStateException(name + " has a line of other columns: " + row);
        }
      }
      return new Table(rows);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
