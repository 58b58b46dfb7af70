"""Supplements, messages and withdrawals.

Revision ID: 0012
Revises: 0011
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('dossier', sa.Column('supplement_by', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    op.create_index(op.f('ix_dossier_agency_id_procedure_id_finished_at'), 'dossier', ['agency_id', 'procedure_id', 'finished_at'], unique=False)
    op.create_table('message',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('dossier_id', sa.Uuid(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('sender_id', sa.Uuid(), nullable=False),
    sa.Column('sender_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('is_from_office', sa.Boolean(), nullable=False),
    sa.Column('text', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('seen_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('intent', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['dossier_id'], ['dossier.id'], name=op.f('fk_message_dossier_id_dossier')),
    sa.ForeignKeyConstraint(['sender_id'], ['account.id'], name=op.f('fk_message_sender_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_message'))
    )
    op.create_index(op.f('ix_message_sender_id'), 'message', ['sender_id'], unique=False)
    op.create_index(op.f('ix_message_dossier_id_at'), 'message', ['dossier_id', 'at'], unique=False)
    op.create_index(op.f('ix_message_dossier_id_sender_id_intent'), 'message', ['dossier_id', 'sender_id', 'intent'], unique=True)
    op.create_table('withdrawal',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('dossier_id', sa.Uuid(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('asked_by_id', sa.Uuid(), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('decided_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('decided_by_id', sa.Uuid(), nullable=True),
    sa.Column('decision_reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['asked_by_id'], ['account.id'], name=op.f('fk_withdrawal_asked_by_id_account')),
    sa.ForeignKeyConstraint(['decided_by_id'], ['account.id'], name=op.f('fk_withdrawal_decided_by_id_account')),
    sa.ForeignKeyConstraint(['dossier_id'], ['dossier.id'], name=op.f('fk_withdrawal_dossier_id_dossier')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_withdrawal'))
    )
    op.create_index(op.f('ix_withdrawal_dossier_id_at'), 'withdrawal', ['dossier_id', 'at'], unique=False)
    op.create_index('uq_withdrawal_open', 'withdrawal', ['dossier_id'], unique=True, postgresql_where=sa.text("state = 'asked'"))
    op.create_table('supplement_request',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('dossier_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('asked_by_id', sa.Uuid(), nullable=False),
    sa.Column('asked_by_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('written_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('asked_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('deadline', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('why_again', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('confirmed_by_id', sa.Uuid(), nullable=True),
    sa.Column('confirmed_by_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('confirmed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('declined_reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('came_from', sa.Text(), nullable=False),
    sa.Column('due_before', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('due_after', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('reminded_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('answered_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('answered_by_id', sa.Uuid(), nullable=True),
    sa.Column('intent', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['answered_by_id'], ['account.id'], name=op.f('fk_supplement_request_answered_by_id_account')),
    sa.ForeignKeyConstraint(['asked_by_id'], ['account.id'], name=op.f('fk_supplement_request_asked_by_id_account')),
    sa.ForeignKeyConstraint(['confirmed_by_id'], ['account.id'], name=op.f('fk_supplement_request_confirmed_by_id_account')),
    sa.ForeignKeyConstraint(['dossier_id'], ['dossier.id'], name=op.f('fk_supplement_request_dossier_id_dossier')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_supplement_request'))
    )
    op.create_index(op.f('ix_supplement_request_dossier_id_number'), 'supplement_request', ['dossier_id', 'number'], unique=True)
    op.create_index(op.f('ix_supplement_request_dossier_id_intent'), 'supplement_request', ['dossier_id', 'intent'], unique=True)
    op.create_index('ix_supplement_request_open', 'supplement_request', ['deadline'], unique=False, postgresql_where=sa.text("status = 'asked'"))
    op.create_table('supplement_point',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('request_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('target', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('label', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('reason_key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('how_to', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('old_text', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('text', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('typed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('answered_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['request_id'], ['supplement_request.id'], name=op.f('fk_supplement_point_request_id_supplement_request')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_supplement_point'))
    )
    op.create_index(op.f('ix_supplement_point_request_id_position'), 'supplement_point', ['request_id', 'position'], unique=True)


def downgrade() -> None:
    op.drop_table('supplement_point')
    op.drop_table('supplement_request')
    op.drop_table('withdrawal')
    op.drop_table('message')
    op.drop_index(op.f('ix_dossier_agency_id_procedure_id_finished_at'), table_name='dossier')
    op.drop_column('dossier', 'supplement_by')
