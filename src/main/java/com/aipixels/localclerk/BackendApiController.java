package com.aipixels.localclerk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// The part of Clerk's Backend API that AIPixels uses.
@StandIn
@RestController
@RequestMapping("/local-clerk/v1")
class BackendApiController {

  private static final String SECRET = "Bearer sk_test_local";

  private final LocalUsers users;
  private final UserJson json;
  private final SigningKey key;

  BackendApiController(LocalUsers users, UserJson json, SigningKey key) {
    this.users = users;
    this.json = json;
    this.key = key;
  }

  /// Runs before every answer below.
  @ModelAttribute
  void refuseStrangers(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization) {
    if (!SECRET.equals(authorization)) {
      throw new ClerkRefusal(
          401, "clerk_key_invalid", "The provided Clerk Secret Key is invalid.", null);
    }
  }

  @GetMapping("/jwks")
  Map<String, Object> jwks() {
    return key.published().toJSONObject();
  }

  @GetMapping("/users")
  List<ObjectNode> list(
      @RequestParam(name = "user_id", defaultValue = "") List<String> ids,
      @RequestParam(name = "username", defaultValue = "") List<String> usernames,
      @RequestParam(name = "query", defaultValue = "") String text,
      @RequestParam(name = "limit", defaultValue = "10") int limit,
      @RequestParam(name = "offset", defaultValue = "0") int offset) {
    if (limit < 1 || limit > 500) {
      throw ClerkRefusal.invalid("limit", "limit must be from 1 to 500.");
    }
    if (offset < 0) {
      throw ClerkRefusal.invalid("offset", "offset must not be negative.");
    }
    Stream<LocalUser> found = new UserQuery(ids, usernames, text).among(users.all());
    return found.skip(offset).limit(limit).map(json::of).toList();
  }

  @GetMapping("/users/count")
  Count count(
      @RequestParam(name = "user_id", defaultValue = "") List<String> ids,
      @RequestParam(name = "username", defaultValue = "") List<String> usernames,
      @RequestParam(name = "query", defaultValue = "") String text) {
    long found = new UserQuery(ids, usernames, text).among(users.all()).count();
    return new Count("total_count", found);
  }

  @GetMapping("/users/{id}")
  ObjectNode get(@PathVariable String id) {
    return known(id, users.find(id));
  }

  @DeleteMapping("/users/{id}")
  Deleted delete(@PathVariable String id) {
    if (!users.delete(id)) {
      throw ClerkRefusal.unknownUser(id);
    }
    return new Deleted(id, "user", true);
  }

  @PatchMapping("/users/{id}/metadata")
  ObjectNode change(@PathVariable String id, @RequestBody MetadataChange change) {
    ObjectNode metadata = change.publicMetadata();
    return known(id, metadata == null ? users.find(id) : users.change(id, metadata));
  }

  @ExceptionHandler
  ResponseEntity<ClerkErrors> refuse(ClerkRefusal refusal) {
    return refusal.answer();
  }

  private ObjectNode known(String id, Optional<LocalUser> user) {
    return user.map(json::of).orElseThrow(() -> ClerkRefusal.unknownUser(id));
  }

  record Count(String object, @JsonProperty("total_count") long totalCount) {}

  record Deleted(String id, String object, boolean deleted) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record MetadataChange(@JsonProperty("public_metadata") @Nullable ObjectNode publicMetadata) {}
}
