package dev.unhang.app.web;

import com.sun.net.httpserver.HttpExchange;
import dev.unhang.model.evidence.Content;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who may ask: by an address of this host alone, and with the token, where there is one. A browser
/// signs in once, and keeps a cookie that the token can't be read from.
///
/// Doc: RFC 9110, "Host"; RFC 6750, "Bearer"; RFC 6265
final class Admission {
  private static final String COOKIE = "unhang-watch=";
  private static final int LONGEST_FORM = 4096;

  private final Optional<String> token;

  Admission(Optional<String> token) {
    this.token = token;
  }

  /// Whether a token is asked for at all.
  boolean asksForToken() {
    return token.isPresent();
  }

  /// A name that another site's owner makes lead here is refused: only addresses, and localhost.
  static boolean isAskedForHere(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return host != null
        && host.matches("(localhost|\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?");
  }

  boolean admits(HttpExchange exchange) {
    return token.isEmpty()
        || sent(exchange, "Authorization").anyMatch(each -> same(each, "Bearer " + token.get()))
        || sent(exchange, "Cookie")
            .flatMap(all -> Stream.of(all.split(";", -1)))
            .anyMatch(each -> same(each.strip(), COOKIE + cookie(token.get())));
  }

  private static Stream<String> sent(HttpExchange exchange, String header) {
    return exchange.getRequestHeaders().getOrDefault(header, List.of()).stream();
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String cookie(String token) {
    return Content.of("unhang-watch " + token).sha256();
  }

  /// A form with the token: a browser that sent the right one gets the cookie. A page of another
  /// site can't send it in a person's name, since it doesn't know the token.
  void signIn(HttpExchange exchange) throws IOException {
    String form =
        new String(exchange.getRequestBody().readNBytes(LONGEST_FORM), StandardCharsets.UTF_8);
    Optional<String> given =
        Stream.of(form.split("&", -1))
            .filter(field -> field.startsWith("token="))
            .map(field -> field.substring("token=".length()))
            .flatMap(Admission::decoded)
            .findFirst();
    if (token.isPresent() && given.filter(each -> same(each, token.get())).isPresent()) {
      Reply.headers(exchange, Reply.PLAIN)
          .set("Set-Cookie", COOKIE + cookie(token.get()) + "; HttpOnly; SameSite=Strict; Path=/");
      exchange.getResponseHeaders().set("Location", "./");
      try (exchange) {
        exchange.sendResponseHeaders(Reply.SEE_OTHER, -1);
      }
    } else {
      Reply.text(exchange, Reply.FORBIDDEN, Reply.PLAIN, "that is not the token\n");
    }
  }

  private static Stream<String> decoded(String value) {
    try {
      return Stream.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      return Stream.empty();
    }
  }
}
