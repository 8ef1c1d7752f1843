"""Notice-board sheets with people's names: 公示 before a decision, 公布 after it.

Lists come from a private folder outside the project, and what is made goes back there only: no
other command reads or writes it.
"""
