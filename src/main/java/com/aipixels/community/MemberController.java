package com.aipixels.community;

import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class MemberController {

  private final Profiles profiles;
  private final Follows follows;
  private final Blocks blocks;

  MemberController(Profiles profiles, Follows follows, Blocks blocks) {
    this.profiles = profiles;
    this.follows = follows;
    this.blocks = blocks;
  }

  record Blocked(boolean isBlocked) {}

  @GetMapping("/users/{userId}")
  Profile profile(Viewer viewer, @PathVariable UserId userId) {
    return profiles.profile(viewer, userId);
  }

  @GetMapping("/users/{userId}/followers")
  Slice<Person> followers(
      Viewer viewer,
      @PathVariable UserId userId,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return follows.followers(viewer, userId, new PageRequest(limit, cursor));
  }

  @GetMapping("/users/{userId}/following")
  Slice<Person> following(
      Viewer viewer,
      @PathVariable UserId userId,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return follows.following(viewer, userId, new PageRequest(limit, cursor));
  }

  @PutMapping("/users/{userId}/follow")
  Followed follow(Viewer viewer, @PathVariable UserId userId) {
    return follows.follow(viewer, userId);
  }

  @DeleteMapping("/users/{userId}/follow")
  Followed unfollow(Viewer viewer, @PathVariable UserId userId) {
    return follows.unfollow(viewer, userId);
  }

  @PutMapping("/users/{userId}/block")
  Blocked block(Viewer viewer, @PathVariable UserId userId) {
    blocks.block(viewer, userId);
    return new Blocked(true);
  }

  @DeleteMapping("/users/{userId}/block")
  Blocked unblock(Viewer viewer, @PathVariable UserId userId) {
    blocks.unblock(viewer, userId);
    return new Blocked(false);
  }

  @GetMapping("/me/blocks")
  Slice<PersonCard> blocks(
      Viewer viewer,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return blocks.of(viewer, new PageRequest(limit, cursor));
  }
}
