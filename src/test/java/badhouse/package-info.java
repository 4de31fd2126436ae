/// A house that breaks every rule of ours, so that the rules can be seen to notice. Nothing runs
/// it.
package badhouse;
