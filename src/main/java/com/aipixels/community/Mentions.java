package com.aipixels.community;

import com.aipixels.identity.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Notes whom comments name, by the names that are known without asking anybody.
@Component
class Mentions {

  private static final int MOST = 10;

  private final MentionTable table;

  Mentions(MentionTable table) {
    this.table = table;
  }

  /// Of a comment that was just written.
  void note(UserId writer, int comment, String text) {
    List<Mention> mentions = in(writer, text);
    if (!mentions.isEmpty()) {
      table.set(comment, mentions);
    }
  }

  /// Of a comment that says something else now.
  void noteAgain(UserId writer, int comment, String text) {
    table.set(comment, in(writer, text));
  }

  List<Mention> of(UserId viewer, int comment) {
    return table.of(viewer, comment);
  }

  private List<Mention> in(UserId writer, String text) {
    List<MentionSpots.Spot> spots = MentionSpots.in(text);
    if (spots.isEmpty()) {
      return List.of();
    }
    Set<String> names =
        spots.stream()
            .flatMap(spot -> spot.names().stream())
            .map(Mentions::folded)
            .collect(Collectors.toSet());
    Map<String, UserId> known = table.known(writer, names);
    Map<UserId, Mention> mentions = new LinkedHashMap<>();
    for (MentionSpots.Spot spot : spots) {
      spot.names().stream()
          .flatMap(name ->
              Stream.ofNullable(known.get(folded(name))).map(member -> new Mention(member, name)))
          .findFirst()
          .ifPresent(mention -> mentions.putIfAbsent(mention.userId(), mention));
    }
    return new ArrayList<>(mentions.values()).subList(0, Math.min(MOST, mentions.size()));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
