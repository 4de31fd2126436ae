package com.aipixels.web;

import com.aipixels.community.Comment;
import com.aipixels.community.CommentId;
import com.aipixels.community.Comments;
import com.aipixels.community.NewComment;
import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.ImageId;
import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Writing, correcting and removing comments.
@Controller
class CommentPage {

  private final PictureViews pictures;
  private final ThreadViews threads;
  private final Pages pages;
  private final Chromes chromes;
  private final Gallery gallery;
  private final Comments comments;

  CommentPage(
      PictureViews pictures,
      ThreadViews threads,
      Pages pages,
      Chromes chromes,
      Gallery gallery,
      Comments comments) {
    this.pictures = pictures;
    this.threads = threads;
    this.pages = pages;
    this.chromes = chromes;
    this.gallery = gallery;
    this.comments = comments;
  }

  @PostMapping("/images/{id}/comments")
  View say(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable ImageId id,
      @RequestParam(defaultValue = "") String content,
      @RequestParam(defaultValue = "") String key) {
    try {
      NewComment words = new NewComment(FormText.lines(content), null);
      Comment said = comments.post(viewer, id, words, FormText.orNull(key));
      return new SeeOther("/images/" + id + "#c" + said.id());
    } catch (Problem problem) {
      Mistakes mistakes = Mistakes.of(problem, chromes.words(request));
      return pictures.refuse(
          request, viewer, gallery.image(viewer, id), new CommentForm(content, key, mistakes));
    }
  }

  /// Where a refused comment was shown, for whoever loads that page again or comes back to it.
  @GetMapping("/images/{id}/comments")
  View said(@PathVariable ImageId id) {
    return new SeeOther("/images/" + id + "#comments");
  }

  @GetMapping("/comments/{id}")
  View thread(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable CommentId id,
      @RequestParam(required = false) @Nullable String cursor) {
    Comment comment = comments.comment(viewer, id);
    CommentId root = comment.parentCommentId();
    return root == null
        ? threads.show(request, viewer, comment, cursor)
        : new SeeOther("/comments/" + root + "#c" + id);
  }

  @PostMapping("/comments/{id}")
  View answer(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable CommentId id,
      @RequestParam(defaultValue = "") String content,
      @RequestParam(defaultValue = "") String key) {
    Comment root = comments.comment(viewer, id);
    try {
      NewComment words = new NewComment(FormText.lines(content), id.value());
      Comment said = comments.post(viewer, root.imageId(), words, FormText.orNull(key));
      return new SeeOther("/comments/" + id + "#c" + said.id());
    } catch (Problem problem) {
      Mistakes mistakes = Mistakes.of(problem, chromes.words(request));
      return threads.refuse(request, viewer, root, new CommentForm(content, key, mistakes));
    }
  }

  @GetMapping("/comments/{id}/edit")
  View edit(HttpServletRequest request, Viewer viewer, @PathVariable CommentId id) {
    Comment comment = comments.comment(viewer, id);
    if (!comment.canDelete()) {
      throw Problem.forbidden();
    }
    CommentForm form = new CommentForm(comment.content(), "", Mistakes.none());
    return pages.show(new CommentModel(chromes.of(request, viewer), comment, form));
  }

  @PostMapping("/comments/{id}/edit")
  View correct(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable CommentId id,
      @RequestParam(defaultValue = "") String content) {
    Comment comment = comments.comment(viewer, id);
    try {
      comments.edit(viewer, id, FormText.lines(content));
      return new SeeOther(home(comment) + "#c" + id);
    } catch (Problem problem) {
      Mistakes mistakes = Mistakes.of(problem, chromes.words(request));
      CommentForm form = new CommentForm(content, "", mistakes);
      return pages.show(
          HttpStatus.BAD_REQUEST, new CommentModel(chromes.of(request, viewer), comment, form));
    }
  }

  @PostMapping("/comments/{id}/delete")
  View delete(Viewer viewer, @PathVariable CommentId id) {
    Comment comment = comments.comment(viewer, id);
    comments.delete(viewer, id);
    return new SeeOther("/images/" + comment.imageId() + "#comments");
  }

  /// The page it stands on.
  private static String home(Comment comment) {
    CommentId root = comment.parentCommentId();
    return root == null ? "/images/" + comment.imageId() : "/comments/" + root;
  }
}
