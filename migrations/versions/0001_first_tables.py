"""first tables

Revision ID: 0001
Revises: 
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects import postgresql
revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("create extension if not exists unaccent")
    op.execute("create extension if not exists pg_trgm")
    op.create_table('agency',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('level', sa.Text(), nullable=False),
    sa.Column('parent_id', sa.Uuid(), nullable=True),
    sa.Column('address', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('phone', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('hours', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('is_receiving', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['parent_id'], ['agency.id'], name=op.f('fk_agency_parent_id_agency')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agency')),
    sa.UniqueConstraint('code', name=op.f('uq_agency_code'))
    )
    op.create_index(op.f('ix_agency_level'), 'agency', ['level'], unique=False)
    op.create_index(op.f('ix_agency_parent_id'), 'agency', ['parent_id'], unique=False)
    op.create_table('audit_entry',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=True),
    sa.Column('session_id', sa.Uuid(), nullable=True),
    sa.Column('act', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('subject_id', sa.Uuid(), nullable=True),
    sa.Column('outcome', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('details', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_audit_entry'))
    )
    op.create_index(op.f('ix_audit_entry_account_id'), 'audit_entry', ['account_id'], unique=False)
    op.create_index(op.f('ix_audit_entry_at'), 'audit_entry', ['at'], unique=False)
    op.create_index(op.f('ix_audit_entry_subject_id_at'), 'audit_entry', ['subject_id', 'at'], unique=False)
    op.create_table('catalogue_version',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('digest', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_catalogue_version')),
    sa.UniqueConstraint('number', name=op.f('uq_catalogue_version_number'))
    )
    op.create_table('code_counter',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('agency_code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('last', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_code_counter'))
    )
    op.create_index(op.f('ix_code_counter_agency_code_day'), 'code_counter', ['agency_code', 'day'], unique=True)
    op.create_table('import_remark',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('procedure_code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('origin', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('field', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('value', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('is_refusal', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_import_remark'))
    )
    op.create_index(op.f('ix_import_remark_is_refusal'), 'import_remark', ['is_refusal'], unique=False)
    op.create_index(op.f('ix_import_remark_procedure_code'), 'import_remark', ['procedure_code'], unique=False)
    op.create_table('look_up_asked',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('browser', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('address', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_look_up_asked'))
    )
    op.create_index(op.f('ix_look_up_asked_address_at'), 'look_up_asked', ['address', 'at'], unique=False)
    op.create_index(op.f('ix_look_up_asked_at'), 'look_up_asked', ['at'], unique=False)
    op.create_index(op.f('ix_look_up_asked_browser_at'), 'look_up_asked', ['browser', 'at'], unique=False)
    op.create_table('picture_code',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('browser', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('expires_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('used_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_picture_code'))
    )
    op.create_index(op.f('ix_picture_code_expires_at'), 'picture_code', ['expires_at'], unique=False)
    op.create_table('registration',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('browser', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('full_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('birth_date', sa.Date(), nullable=False),
    sa.Column('citizen_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('phone', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('email', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('return_to', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('verified_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('finished_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_registration'))
    )
    op.create_index(op.f('ix_registration_browser'), 'registration', ['browser'], unique=False)
    op.create_table('sector',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sector')),
    sa.UniqueConstraint('code', name=op.f('uq_sector_code'))
    )
    op.create_table('sign_in_failures',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('key_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('failures', sa.Integer(), nullable=False),
    sa.Column('last_failed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('paused_until', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sign_in_failures')),
    sa.UniqueConstraint('key_hash', name=op.f('uq_sign_in_failures_key_hash'))
    )
    op.create_index(op.f('ix_sign_in_failures_last_failed_at'), 'sign_in_failures', ['last_failed_at'], unique=False)
    op.create_table('solved_challenge',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('signature', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('expires_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_solved_challenge')),
    sa.UniqueConstraint('signature', name=op.f('uq_solved_challenge_signature'))
    )
    op.create_index(op.f('ix_solved_challenge_expires_at'), 'solved_challenge', ['expires_at'], unique=False)
    op.create_table('stored_file',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('owner_id', sa.Uuid(), nullable=False),
    sa.Column('subject_id', sa.Uuid(), nullable=False),
    sa.Column('slot', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('declared_size', sa.Integer(), nullable=False),
    sa.Column('received', sa.Integer(), nullable=False),
    sa.Column('parts', sa.ARRAY(sa.Text()), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('fault', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('sha256', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kinds', sa.ARRAY(sa.Text()), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('pages', sa.Integer(), nullable=False),
    sa.Column('is_signed', sa.Boolean(), nullable=False),
    sa.Column('has_thumbnail', sa.Boolean(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('started_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('finished_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('removed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('sealed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_stored_file'))
    )
    op.create_index(op.f('ix_stored_file_owner_id'), 'stored_file', ['owner_id'], unique=False)
    op.create_index(op.f('ix_stored_file_state'), 'stored_file', ['state'], unique=False)
    op.create_index(op.f('ix_stored_file_subject_id_slot'), 'stored_file', ['subject_id', 'slot'], unique=False)
    op.create_table('tab_binding',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('token_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('owner', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('bound_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tab_binding')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_tab_binding_token_hash'))
    )
    op.create_index(op.f('ix_tab_binding_bound_at'), 'tab_binding', ['bound_at'], unique=False)
    op.create_table('account',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('sign_in_name', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('citizen_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('phone', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('email', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('full_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('birth_date', sa.Date(), nullable=True),
    sa.Column('address', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('password_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('totp_secret', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('totp_last_step', sa.Integer(), nullable=False),
    sa.Column('agency_id', sa.Uuid(), nullable=True),
    sa.Column('roles', sa.ARRAY(sa.Text()), nullable=False),
    sa.Column('assurance_level', sa.Integer(), nullable=False),
    sa.Column('assurance_source', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['agency_id'], ['agency.id'], name=op.f('fk_account_agency_id_agency')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_account')),
    sa.UniqueConstraint('citizen_id', name=op.f('uq_account_citizen_id')),
    sa.UniqueConstraint('email', name=op.f('uq_account_email')),
    sa.UniqueConstraint('phone', name=op.f('uq_account_phone')),
    sa.UniqueConstraint('sign_in_name', name=op.f('uq_account_sign_in_name'))
    )
    op.create_index(op.f('ix_account_agency_id'), 'account', ['agency_id'], unique=False)
    op.create_table('one_time_code',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('registration_id', sa.Uuid(), nullable=False),
    sa.Column('phone', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('code_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('sent_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('expires_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('tries_left', sa.Integer(), nullable=False),
    sa.Column('used_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('delivery', sa.Text(), nullable=False),
    sa.Column('network_address', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['registration_id'], ['registration.id'], name=op.f('fk_one_time_code_registration_id_registration')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_one_time_code'))
    )
    op.create_index(op.f('ix_one_time_code_network_address_sent_at'), 'one_time_code', ['network_address', 'sent_at'], unique=False)
    op.create_index(op.f('ix_one_time_code_phone_sent_at'), 'one_time_code', ['phone', 'sent_at'], unique=False)
    op.create_index(op.f('ix_one_time_code_registration_id'), 'one_time_code', ['registration_id'], unique=False)
    op.create_index(op.f('ix_one_time_code_sent_at'), 'one_time_code', ['sent_at'], unique=False)
    op.create_table('procedure',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('plain_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('summary', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('sector_id', sa.Uuid(), nullable=True),
    sa.Column('at_province', sa.Boolean(), nullable=False),
    sa.Column('at_commune', sa.Boolean(), nullable=False),
    sa.Column('at_ministry', sa.Boolean(), nullable=False),
    sa.Column('executing_agency', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('online_level', sa.Text(), nullable=False),
    sa.Column('eligible_parties', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('time_limit', sa.Float(), nullable=True),
    sa.Column('time_limit_unit', sa.Text(), nullable=False),
    sa.Column('time_limit_note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('results', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('requirements', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('legal_basis', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('steps', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('process', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('national_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('national_kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('national_state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('promulgated_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('is_elsewhere', sa.Boolean(), nullable=False),
    sa.Column('is_suspended', sa.Boolean(), nullable=False),
    sa.Column('suspended_reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('suspended_since', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('is_filed_here', sa.Boolean(), nullable=False),
    sa.Column('keywords', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('popularity', sa.Integer(), nullable=False),
    sa.Column('paper_count', sa.Integer(), nullable=False),
    sa.Column('folded_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('folded_words', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('list_digest', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('detail_digest', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('seed_digest', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('updated_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['sector_id'], ['sector.id'], name=op.f('fk_procedure_sector_id_sector')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_procedure')),
    sa.UniqueConstraint('code', name=op.f('uq_procedure_code'))
    )
    op.create_index('ix_procedure_folded_name_trgm', 'procedure', ['folded_name'], unique=False, postgresql_using='gin', postgresql_ops={'folded_name': 'gin_trgm_ops'})
    op.create_index(op.f('ix_procedure_online_level'), 'procedure', ['online_level'], unique=False)
    op.create_index(op.f('ix_procedure_sector_id_name'), 'procedure', ['sector_id', 'name'], unique=False)
    op.create_table('receipt_counter',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('agency_id', sa.Uuid(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('last', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['agency_id'], ['agency.id'], name=op.f('fk_receipt_counter_agency_id_agency')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_receipt_counter'))
    )
    op.create_index(op.f('ix_receipt_counter_agency_id_year'), 'receipt_counter', ['agency_id', 'year'], unique=True)
    op.create_table('dossier',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('procedure_id', sa.Uuid(), nullable=False),
    sa.Column('agency_id', sa.Uuid(), nullable=True),
    sa.Column('draft_key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('step', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('answers', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('answered_at', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('frozen', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('code', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('applicant_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('applicant_key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('submitter_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('submitter_phone', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('submitter_birth_date', sa.Date(), nullable=True),
    sa.Column('delivery', sa.Text(), nullable=False),
    sa.Column('submitted_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('receive_by', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('received_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('due_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('due_reasons', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('finished_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('returned_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('updated_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_dossier_account_id_account')),
    sa.ForeignKeyConstraint(['agency_id'], ['agency.id'], name=op.f('fk_dossier_agency_id_agency')),
    sa.ForeignKeyConstraint(['procedure_id'], ['procedure.id'], name=op.f('fk_dossier_procedure_id_procedure')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_dossier')),
    sa.UniqueConstraint('code', name=op.f('uq_dossier_code'))
    )
    op.create_index(op.f('ix_dossier_account_id_status_updated_at'), 'dossier', ['account_id', 'status', 'updated_at'], unique=False)
    op.create_index(op.f('ix_dossier_agency_id_status_due_at'), 'dossier', ['agency_id', 'status', 'due_at'], unique=False)
    op.create_index(op.f('ix_dossier_agency_id_status_submitted_at'), 'dossier', ['agency_id', 'status', 'submitted_at'], unique=False)
    op.create_index(op.f('ix_dossier_applicant_key'), 'dossier', ['applicant_key'], unique=False)
    op.create_index(op.f('ix_dossier_procedure_id'), 'dossier', ['procedure_id'], unique=False)
    op.create_index('uq_dossier_open_draft_key', 'dossier', ['account_id', 'draft_key'], unique=True, postgresql_where=sa.text("draft_key <> ''"))
    op.create_table('pending_sign_in',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('token_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('browser', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('device', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('is_shared_device', sa.Boolean(), nullable=False),
    sa.Column('expires_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('tries_left', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_pending_sign_in_account_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pending_sign_in')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_pending_sign_in_token_hash'))
    )
    op.create_index(op.f('ix_pending_sign_in_account_id'), 'pending_sign_in', ['account_id'], unique=False)
    op.create_index(op.f('ix_pending_sign_in_expires_at'), 'pending_sign_in', ['expires_at'], unique=False)
    op.create_table('procedure_case',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('procedure_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['procedure_id'], ['procedure.id'], name=op.f('fk_procedure_case_procedure_id_procedure')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_procedure_case'))
    )
    op.create_index(op.f('ix_procedure_case_procedure_id_position'), 'procedure_case', ['procedure_id', 'position'], unique=True)
    op.create_table('procedure_channel',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('procedure_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('channel', sa.Text(), nullable=False),
    sa.Column('time_limit', sa.Float(), nullable=True),
    sa.Column('time_limit_unit', sa.Text(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['procedure_id'], ['procedure.id'], name=op.f('fk_procedure_channel_procedure_id_procedure')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_procedure_channel'))
    )
    op.create_index(op.f('ix_procedure_channel_procedure_id_position'), 'procedure_channel', ['procedure_id', 'position'], unique=True)
    op.create_table('procedure_fee',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('procedure_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('channel', sa.Text(), nullable=True),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('amount', sa.BigInteger(), nullable=True),
    sa.Column('needs_confirmation', sa.Boolean(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['procedure_id'], ['procedure.id'], name=op.f('fk_procedure_fee_procedure_id_procedure')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_procedure_fee'))
    )
    op.create_index(op.f('ix_procedure_fee_procedure_id_position'), 'procedure_fee', ['procedure_id', 'position'], unique=True)
    op.create_table('procedure_unit',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('procedure_id', sa.Uuid(), nullable=False),
    sa.Column('agency_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['agency_id'], ['agency.id'], name=op.f('fk_procedure_unit_agency_id_agency')),
    sa.ForeignKeyConstraint(['procedure_id'], ['procedure.id'], name=op.f('fk_procedure_unit_procedure_id_procedure')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_procedure_unit'))
    )
    op.create_index(op.f('ix_procedure_unit_agency_id'), 'procedure_unit', ['agency_id'], unique=False)
    op.create_index(op.f('ix_procedure_unit_procedure_id_agency_id'), 'procedure_unit', ['procedure_id', 'agency_id'], unique=True)
    op.create_table('sign_in_session',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('token_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('last_seen_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('expires_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('ended_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('device', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('is_shared_device', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_sign_in_session_account_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sign_in_session')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_sign_in_session_token_hash'))
    )
    op.create_index(op.f('ix_sign_in_session_account_id'), 'sign_in_session', ['account_id'], unique=False)
    op.create_table('component_verdict',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('dossier_id', sa.Uuid(), nullable=False),
    sa.Column('component_code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('is_accepted', sa.Boolean(), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('by_id', sa.Uuid(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['account.id'], name=op.f('fk_component_verdict_by_id_account')),
    sa.ForeignKeyConstraint(['dossier_id'], ['dossier.id'], name=op.f('fk_component_verdict_dossier_id_dossier')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_component_verdict'))
    )
    op.create_index(op.f('ix_component_verdict_dossier_id_component_code'), 'component_verdict', ['dossier_id', 'component_code'], unique=True)
    op.create_table('dossier_receipt',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('dossier_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('issued_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('officer_id', sa.Uuid(), nullable=False),
    sa.Column('officer_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('due_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('facts', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('waited_hours', sa.Float(), nullable=False),
    sa.Column('intent', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['dossier_id'], ['dossier.id'], name=op.f('fk_dossier_receipt_dossier_id_dossier')),
    sa.ForeignKeyConstraint(['officer_id'], ['account.id'], name=op.f('fk_dossier_receipt_officer_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_dossier_receipt')),
    sa.UniqueConstraint('dossier_id', name=op.f('uq_dossier_receipt_dossier_id'))
    )
    op.create_table('dossier_step',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('dossier_id', sa.Uuid(), nullable=False),
    sa.Column('agency_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('role', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('hours', sa.Float(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('holder_id', sa.Uuid(), nullable=True),
    sa.Column('started_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('due_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('done_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('done_by_id', sa.Uuid(), nullable=True),
    sa.Column('opinion', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('intent', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('result_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['agency_id'], ['agency.id'], name=op.f('fk_dossier_step_agency_id_agency')),
    sa.ForeignKeyConstraint(['done_by_id'], ['account.id'], name=op.f('fk_dossier_step_done_by_id_account')),
    sa.ForeignKeyConstraint(['dossier_id'], ['dossier.id'], name=op.f('fk_dossier_step_dossier_id_dossier')),
    sa.ForeignKeyConstraint(['holder_id'], ['account.id'], name=op.f('fk_dossier_step_holder_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_dossier_step'))
    )
    op.create_index(op.f('ix_dossier_step_agency_id_state_role'), 'dossier_step', ['agency_id', 'state', 'role'], unique=False)
    op.create_index(op.f('ix_dossier_step_dossier_id_position'), 'dossier_step', ['dossier_id', 'position'], unique=True)
    op.create_table('procedure_component',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('procedure_id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('original_qty', sa.Integer(), nullable=False),
    sa.Column('copy_qty', sa.Integer(), nullable=False),
    sa.Column('is_paper', sa.Boolean(), nullable=False),
    sa.Column('required', sa.Boolean(), nullable=False),
    sa.Column('required_when', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kinds', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('is_form', sa.Boolean(), nullable=False),
    sa.Column('samples', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['procedure_case.id'], name=op.f('fk_procedure_component_case_id_procedure_case')),
    sa.ForeignKeyConstraint(['procedure_id'], ['procedure.id'], name=op.f('fk_procedure_component_procedure_id_procedure')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_procedure_component'))
    )
    op.create_index(op.f('ix_procedure_component_case_id'), 'procedure_component', ['case_id'], unique=False)
    op.create_index(op.f('ix_procedure_component_procedure_id_position'), 'procedure_component', ['procedure_id', 'position'], unique=True)
    op.create_table('reception_hold',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('dossier_id', sa.Uuid(), nullable=False),
    sa.Column('officer_id', sa.Uuid(), nullable=False),
    sa.Column('until', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['dossier_id'], ['dossier.id'], name=op.f('fk_reception_hold_dossier_id_dossier')),
    sa.ForeignKeyConstraint(['officer_id'], ['account.id'], name=op.f('fk_reception_hold_officer_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reception_hold')),
    sa.UniqueConstraint('dossier_id', name=op.f('uq_reception_hold_dossier_id'))
    )
    op.create_table('result',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('dossier_id', sa.Uuid(), nullable=False),
    sa.Column('file_id', sa.Uuid(), nullable=False),
    sa.Column('number', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('attached_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('attached_by_id', sa.Uuid(), nullable=False),
    sa.Column('removed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('removed_by_id', sa.Uuid(), nullable=True),
    sa.Column('returned_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('returned_by_id', sa.Uuid(), nullable=True),
    sa.Column('received_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('return_intent', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['attached_by_id'], ['account.id'], name=op.f('fk_result_attached_by_id_account')),
    sa.ForeignKeyConstraint(['dossier_id'], ['dossier.id'], name=op.f('fk_result_dossier_id_dossier')),
    sa.ForeignKeyConstraint(['file_id'], ['stored_file.id'], name=op.f('fk_result_file_id_stored_file')),
    sa.ForeignKeyConstraint(['removed_by_id'], ['account.id'], name=op.f('fk_result_removed_by_id_account')),
    sa.ForeignKeyConstraint(['returned_by_id'], ['account.id'], name=op.f('fk_result_returned_by_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_result'))
    )
    op.create_index(op.f('ix_result_dossier_id'), 'result', ['dossier_id'], unique=False)
    op.create_index('uq_result_standing', 'result', ['dossier_id'], unique=True, postgresql_where=sa.text('removed_at is null'))
    op.create_table('timeline_entry',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('dossier_id', sa.Uuid(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('event', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('unit', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('actor_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('facts', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['dossier_id'], ['dossier.id'], name=op.f('fk_timeline_entry_dossier_id_dossier')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_timeline_entry'))
    )
    op.create_index(op.f('ix_timeline_entry_dossier_id_at'), 'timeline_entry', ['dossier_id', 'at'], unique=False)


def downgrade() -> None:
    op.drop_index(op.f('ix_timeline_entry_dossier_id_at'), table_name='timeline_entry')
    op.drop_table('timeline_entry')
    op.drop_index('uq_result_standing', table_name='result', postgresql_where=sa.text('removed_at is null'))
    op.drop_index(op.f('ix_result_dossier_id'), table_name='result')
    op.drop_table('result')
    op.drop_table('reception_hold')
    op.drop_index(op.f('ix_procedure_component_procedure_id_position'), table_name='procedure_component')
    op.drop_index(op.f('ix_procedure_component_case_id'), table_name='procedure_component')
    op.drop_table('procedure_component')
    op.drop_index(op.f('ix_dossier_step_dossier_id_position'), table_name='dossier_step')
    op.drop_index(op.f('ix_dossier_step_agency_id_state_role'), table_name='dossier_step')
    op.drop_table('dossier_step')
    op.drop_table('dossier_receipt')
    op.drop_index(op.f('ix_component_verdict_dossier_id_component_code'), table_name='component_verdict')
    op.drop_table('component_verdict')
    op.drop_index(op.f('ix_sign_in_session_account_id'), table_name='sign_in_session')
    op.drop_table('sign_in_session')
    op.drop_index(op.f('ix_procedure_unit_procedure_id_agency_id'), table_name='procedure_unit')
    op.drop_index(op.f('ix_procedure_unit_agency_id'), table_name='procedure_unit')
    op.drop_table('procedure_unit')
    op.drop_index(op.f('ix_procedure_fee_procedure_id_position'), table_name='procedure_fee')
    op.drop_table('procedure_fee')
    op.drop_index(op.f('ix_procedure_channel_procedure_id_position'), table_name='procedure_channel')
    op.drop_table('procedure_channel')
    op.drop_index(op.f('ix_procedure_case_procedure_id_position'), table_name='procedure_case')
    op.drop_table('procedure_case')
    op.drop_index(op.f('ix_pending_sign_in_expires_at'), table_name='pending_sign_in')
    op.drop_index(op.f('ix_pending_sign_in_account_id'), table_name='pending_sign_in')
    op.drop_table('pending_sign_in')
    op.drop_index('uq_dossier_open_draft_key', table_name='dossier', postgresql_where=sa.text("draft_key <> ''"))
    op.drop_index(op.f('ix_dossier_procedure_id'), table_name='dossier')
    op.drop_index(op.f('ix_dossier_applicant_key'), table_name='dossier')
    op.drop_index(op.f('ix_dossier_agency_id_status_submitted_at'), table_name='dossier')
    op.drop_index(op.f('ix_dossier_agency_id_status_due_at'), table_name='dossier')
    op.drop_index(op.f('ix_dossier_account_id_status_updated_at'), table_name='dossier')
    op.drop_table('dossier')
    op.drop_index(op.f('ix_receipt_counter_agency_id_year'), table_name='receipt_counter')
    op.drop_table('receipt_counter')
    op.drop_index(op.f('ix_procedure_sector_id_name'), table_name='procedure')
    op.drop_index(op.f('ix_procedure_online_level'), table_name='procedure')
    op.drop_index('ix_procedure_folded_name_trgm', table_name='procedure', postgresql_using='gin', postgresql_ops={'folded_name': 'gin_trgm_ops'})
    op.drop_table('procedure')
    op.drop_index(op.f('ix_one_time_code_sent_at'), table_name='one_time_code')
    op.drop_index(op.f('ix_one_time_code_registration_id'), table_name='one_time_code')
    op.drop_index(op.f('ix_one_time_code_phone_sent_at'), table_name='one_time_code')
    op.drop_index(op.f('ix_one_time_code_network_address_sent_at'), table_name='one_time_code')
    op.drop_table('one_time_code')
    op.drop_index(op.f('ix_account_agency_id'), table_name='account')
    op.drop_table('account')
    op.drop_index(op.f('ix_tab_binding_bound_at'), table_name='tab_binding')
    op.drop_table('tab_binding')
    op.drop_index(op.f('ix_stored_file_subject_id_slot'), table_name='stored_file')
    op.drop_index(op.f('ix_stored_file_state'), table_name='stored_file')
    op.drop_index(op.f('ix_stored_file_owner_id'), table_name='stored_file')
    op.drop_table('stored_file')
    op.drop_index(op.f('ix_solved_challenge_expires_at'), table_name='solved_challenge')
    op.drop_table('solved_challenge')
    op.drop_index(op.f('ix_sign_in_failures_last_failed_at'), table_name='sign_in_failures')
    op.drop_table('sign_in_failures')
    op.drop_table('sector')
    op.drop_index(op.f('ix_registration_browser'), table_name='registration')
    op.drop_table('registration')
    op.drop_index(op.f('ix_picture_code_expires_at'), table_name='picture_code')
    op.drop_table('picture_code')
    op.drop_index(op.f('ix_look_up_asked_browser_at'), table_name='look_up_asked')
    op.drop_index(op.f('ix_look_up_asked_at'), table_name='look_up_asked')
    op.drop_index(op.f('ix_look_up_asked_address_at'), table_name='look_up_asked')
    op.drop_table('look_up_asked')
    op.drop_index(op.f('ix_import_remark_procedure_code'), table_name='import_remark')
    op.drop_index(op.f('ix_import_remark_is_refusal'), table_name='import_remark')
    op.drop_table('import_remark')
    op.drop_index(op.f('ix_code_counter_agency_code_day'), table_name='code_counter')
    op.drop_table('code_counter')
    op.drop_table('catalogue_version')
    op.drop_index(op.f('ix_audit_entry_subject_id_at'), table_name='audit_entry')
    op.drop_index(op.f('ix_audit_entry_at'), table_name='audit_entry')
    op.drop_index(op.f('ix_audit_entry_account_id'), table_name='audit_entry')
    op.drop_table('audit_entry')
    op.drop_index(op.f('ix_agency_parent_id'), table_name='agency')
    op.drop_index(op.f('ix_agency_level'), table_name='agency')
    op.drop_table('agency')
