package com.aipixels.faults;

import com.aipixels.Caller;
import com.aipixels.moderation.Desk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Those in whose names a client of the fuzzer calls. Whoever has left, or was suspended, is
/// replaced by somebody new.
final class FuzzCast {

  /// What somebody is here.
  enum Role {
    GUEST,
    MEMBER,
    MODERATOR,
    SECOND_MODERATOR,
    OPERATOR
  }

  private final int port;
  private final String name;
  private final FuzzStock stock;
  private final Map<Role, String> tokens = new HashMap<>();
  private int born;

  FuzzCast(int port, String name, FuzzStock stock) {
    this.port = port;
    this.name = name;
    this.stock = stock;
    renew(Role.MODERATOR);
    renew(Role.SECOND_MODERATOR);
    renew(Role.MEMBER);
  }

  /// Who calls this, if not somebody who should not.
  Role usual(Operation operation, Random random) {
    if (operation.path().startsWith("/local-clerk/v1/")) {
      return Role.OPERATOR;
    }
    if (operation.path().startsWith("/api/v1/moderation/")
        && !operation.path().endsWith("/appeal")) {
      return random.nextBoolean() ? Role.MODERATOR : Role.SECOND_MODERATOR;
    }
    return Role.MEMBER;
  }

  /// The value of the header, null where there is none.
  @Nullable String authorization(Role role) {
    return switch (role) {
      case GUEST -> null;
      case OPERATOR -> "Bearer sk_test_local";
      default -> "Bearer " + tokens.get(role);
    };
  }

  /// Somebody new, who has a picture, a comment and a collection.
  void renew(Role role) {
    var person = name + "-" + born++;
    var caller = role == Role.MEMBER ? Caller.signedIn(port, person) : Desk.moderator(port, person);
    tokens.put(
        role,
        Caller.json(Caller.guest(port).post("/local-clerk/sign-in", Map.of("username", person)))
            .get("token")
            .asString());
    stock.add("user", caller.userId());
    var ended =
        caller.ended(
            caller.ask(Map.of("prompt", "바다 😀", "imageSize", "small", "visibility", "public")));
    var image = ended.path("imageId").asString("");
    stock.add("generation", ended.get("id").asString());
    stock.add("image", image);
    for (var words : List.of("멋져요", "😀")) {
      var said = caller.post("/api/v1/images/" + image + "/comments", Map.of("content", words));
      stock.add("comment", Caller.json(said).get("id").asString());
    }
    var begun = caller.post("/api/v1/me/collections", Map.of("name", "모음"));
    stock.add("collection", Caller.json(begun).get("id").asString());
  }
}
