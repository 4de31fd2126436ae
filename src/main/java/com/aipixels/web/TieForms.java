package com.aipixels.web;

import com.aipixels.community.Blocks;
import com.aipixels.community.Follows;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.notifications.Mutes;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// The buttons that follow, mute and block members.
@Controller
@RequestMapping("/users/{userId}")
class TieForms {

  private final Follows follows;
  private final Blocks blocks;
  private final Mutes mutes;

  TieForms(Follows follows, Blocks blocks, Mutes mutes) {
    this.follows = follows;
    this.blocks = blocks;
    this.mutes = mutes;
  }

  @PostMapping("/follow")
  View follow(HttpServletRequest request, Viewer viewer, @PathVariable UserId userId) {
    follows.follow(viewer, userId);
    return new SeeOther(CameFrom.path(request));
  }

  @PostMapping("/unfollow")
  View unfollow(HttpServletRequest request, Viewer viewer, @PathVariable UserId userId) {
    follows.unfollow(viewer, userId);
    return new SeeOther(CameFrom.path(request));
  }

  @PostMapping("/mute")
  View mute(HttpServletRequest request, Viewer viewer, @PathVariable UserId userId) {
    mutes.mute(viewer, userId);
    return new SeeOther(CameFrom.path(request));
  }

  @PostMapping("/unmute")
  View unmute(HttpServletRequest request, Viewer viewer, @PathVariable UserId userId) {
    mutes.unmute(viewer, userId);
    return new SeeOther(CameFrom.path(request));
  }

  /// The page it was pressed on is gone for the viewer afterwards.
  @PostMapping("/block")
  View block(Viewer viewer, @PathVariable UserId userId) {
    blocks.block(viewer, userId);
    return new SeeOther("/me/blocks");
  }

  @PostMapping("/unblock")
  View unblock(Viewer viewer, @PathVariable UserId userId) {
    blocks.unblock(viewer, userId);
    return new SeeOther("/me/blocks");
  }
}
