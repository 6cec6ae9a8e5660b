"""What a case report is made of beside its text: facts, figures over time, questions, its emblem."""
