package com.aipixels.web;

import com.aipixels.community.Mention;
import com.aipixels.community.MentionSpots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a member wrote, cut into text and links. Only web addresses become links.
public final class PlainText {

  private static final Pattern ADDRESS =
      Pattern.compile("https?://[\\p{L}\\p{N}][^\\s\\p{Cc}<>\"'`“”‘’「」『』《》〈〉]*");

  /// What ends a sentence or a bracket rather than an address, and Korean particles after one. A
  /// Korean word that belongs to the address follows a slash or another Korean letter.
  private static final Pattern TAIL =
      Pattern.compile(
          "[.,:;!?…。、\\]}]$|(?<=[^\\p{IsHangul}/=#])"
              + "(?:을|를|이|가|은|는|에|의|와|과|로|으로|도|만|에서|에도|에는|까지|부터|이나|처럼|보다|입니다|이에요|예요)$");

  private PlainText() {}

  /// A part of a text.
  ///
  /// @param href null where it is no link
  public record Piece(String text, @Nullable String href) {}

  /// With links to those whom it names.
  public static List<Piece> pieces(String text, List<Mention> mentions) {
    return mentions.isEmpty()
        ? pieces(text)
        : pieces(text).stream().flatMap(piece -> named(piece, mentions)).toList();
  }

  public static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher address = ADDRESS.matcher(text);
    int from = 0;
    while (address.find()) {
      String link = withoutTail(address.group());
      if (address.start() > from) {
        pieces.add(new Piece(text.substring(from, address.start()), null));
      }
      pieces.add(new Piece(link, link));
      from = address.start() + link.length();
    }
    if (from < text.length()) {
      pieces.add(new Piece(text.substring(from), null));
    }
    return pieces;
  }

  private static Stream<Piece> named(Piece piece, List<Mention> mentions) {
    if (piece.href() != null) {
      return Stream.of(piece);
    }
    String text = piece.text();
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (MentionSpots.Spot spot : MentionSpots.in(text)) {
      Optional<Mention> meant = meant(spot, mentions);
      if (meant.isPresent()) {
        int end = spot.at() + 1 + meant.get().username().length();
        pieces.add(new Piece(text.substring(from, spot.at()), null));
        pieces.add(new Piece(text.substring(spot.at(), end), "/users/" + meant.get().userId()));
        from = end;
      }
    }
    pieces.add(new Piece(text.substring(from), null));
    return pieces.stream().filter(part -> !part.text().isEmpty());
  }

  private static Optional<Mention> meant(MentionSpots.Spot spot, List<Mention> mentions) {
    return spot.names().stream()
        .flatMap(
            name -> mentions.stream().filter(mention -> mention.username().equalsIgnoreCase(name)))
        .findFirst();
  }

  private static String withoutTail(String address) {
    String link = address;
    String before;
    do {
      before = link;
      link = TAIL.matcher(link).replaceFirst("");
      if (link.endsWith(")") && count(link, ')') > count(link, '(')) {
        link = link.substring(0, link.length() - 1);
      }
    } while (!link.equals(before));
    return link;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(character -> character == wanted).count();
  }
}
