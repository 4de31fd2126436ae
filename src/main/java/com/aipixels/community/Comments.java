package com.aipixels.community;

import com.aipixels.gallery.ImageId;
import com.aipixels.idempotency.IdempotentAnswers;
import com.aipixels.idempotency.KeyedRequest;
import com.aipixels.identity.People;
import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What members say under pictures, in threads of one level. Where the viewer may not see a
/// picture, or a block stands between them and a writer, there is no comment.
@Component
public class Comments {

  private final CommentTable table;
  private final CommentQueries queries;
  private final TraceTable traces;
  private final Mentions mentions;
  private final IdempotentAnswers answers;
  private final People people;

  Comments(
      CommentTable table,
      CommentQueries queries,
      TraceTable traces,
      Mentions mentions,
      IdempotentAnswers answers,
      People people) {
    this.table = table;
    this.queries = queries;
    this.traces = traces;
    this.mentions = mentions;
    this.answers = answers;
    this.people = people;
  }

  /// The first comments of a picture's threads, newest first.
  ///
  /// @throws Problem `not_found`
  public Slice<Comment> of(Viewer viewer, ImageId image, PageRequest page) {
    if (!queries.canSee(viewer, image)) {
      throw Problem.notFound();
    }
    return queries.of(viewer, image, page).map(this::withAuthors);
  }

  /// The answers to a comment, oldest first.
  ///
  /// @throws Problem `not_found`
  public Slice<Comment> replies(Viewer viewer, CommentId id, PageRequest page) {
    Comment root = seen(viewer, id);
    return queries.replies(viewer, root.id(), page).map(this::withAuthors);
  }

  /// One comment.
  ///
  /// @throws Problem `not_found`
  public Comment comment(Viewer viewer, CommentId id) {
    return named(seen(viewer, id));
  }

  /// Writes a comment, once per key; its author is not looked up.
  ///
  /// @throws Problem `not_found`, `comments_disabled`, `idempotency_key_reused`, or naming
  ///   `parentCommentId` where the member cannot answer it
  @Transactional
  public Comment post(
      Viewer viewer, ImageId image, NewComment comment, @Nullable String idempotencyKey) {
    UserId member = viewer.memberId();
    Posted posted =
        answers.once(
            new KeyedRequest(member, idempotencyKey, "comment " + image, comment),
            Posted.class,
            () -> write(member, image, comment));
    return posted.by(member, mentions.of(member, posted.id()));
  }

  /// Changes the words of a comment of one's own.
  ///
  /// @throws Problem `not_found`, or `forbidden`
  @Transactional
  public void edit(Viewer viewer, CommentId id, String content) {
    UserId member = viewer.memberId();
    if (!standing(viewer, id).canEdit()) {
      throw Problem.forbidden();
    }
    String words = NewComment.text(content);
    table.edit(id, member, words);
    mentions.noteAgain(member, id.value(), words);
  }

  /// Removes a comment of one's own or under one's own picture.
  ///
  /// @throws Problem `not_found`, or `forbidden`
  @Transactional
  public void delete(Viewer viewer, CommentId id) {
    UserId member = viewer.memberId();
    table.lock(member, standing(viewer, id).imageId());
    // It may have gone while its picture was waited for.
    if (!standing(viewer, id).canDelete()) {
      throw Problem.forbidden();
    }
    table.remove(List.of(id.value()));
  }

  /// Who wrote a comment, where the viewer may see that.
  public Optional<UserId> writer(Viewer viewer, CommentId id) {
    return queries.find(viewer, id).map(Comment::writer);
  }

  /// Removes a comment that the house has decided to remove, if it is still there.
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(CommentId id) {
    List<Integer> ids = List.of(id.value());
    traces.holdComments(ids);
    table.remove(ids);
  }

  Comment named(Comment comment) {
    return withAuthors(List.of(comment)).getFirst();
  }

  private Posted write(UserId member, ImageId image, NewComment comment) {
    if (!table.lock(member, image).orElseThrow(Problem::notFound)) {
      throw new Problem(
          ProblemCode.COMMENTS_DISABLED, "Its maker does not want comments on this picture.");
    }
    Integer parent = comment.parentCommentId();
    Integer root =
        parent == null
            ? null
            : table
                .thread(member, image, parent)
                .orElseThrow(() ->
                    Problem.invalid(
                        "parentCommentId", "must be a comment of this picture that you can see"));
    Posted posted = table.insert(member, image, root, comment.content());
    mentions.note(member, posted.id(), comment.content());
    return posted;
  }

  private Comment standing(Viewer viewer, CommentId id) {
    return queries
        .find(viewer, id)
        .filter(comment -> !comment.isDeleted())
        .orElseThrow(Problem::notFound);
  }

  private Comment seen(Viewer viewer, CommentId id) {
    return queries.find(viewer, id).orElseThrow(Problem::notFound);
  }

  private List<Comment> withAuthors(List<Comment> comments) {
    Map<UserId, PersonCard> authors =
        people.cards(
            comments.stream()
                .map(Comment::writer)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return comments.stream()
        .map(comment ->
            comment.writer() == null ? comment : comment.by(authors.get(comment.writer())))
        .toList();
  }
}
